// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token of {@code GET /rest/login}: user and password under a key that everybody knows, so it is as good as the password.
 *
 * <pre>
 * 0      24
 * | user | password     each filled up with NUL to 24 bytes, a longer password to a multiple of 8
 * </pre>
 */
final class LoginToken {

    private static final int FIELD_BYTES = 24;
    private static final int BLOCK_BYTES = 8;
    private static final byte[] KEY = HexFormat.of().parseHex("40b67a305673fd44");

    private LoginToken() {}

    /** The token for a login, or null if the user is empty or longer than 24 bytes or the password is empty. */
    static @Nullable String create(Credentials login) {
        byte[] user = login.user().getBytes(StandardCharsets.UTF_8);
        byte[] password = login.password().getBytes(StandardCharsets.UTF_8);
        if (user.length == 0 || user.length > FIELD_BYTES || password.length == 0) {
            return null;
        }
        int blocks = (password.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
        byte[] plain = Arrays.copyOf(user, FIELD_BYTES + Math.max(FIELD_BYTES, blocks * BLOCK_BYTES));
        System.arraycopy(password, 0, plain, FIELD_BYTES, password.length);
        try {
            return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DES is part of every JDK", e);
        }
    }

    /** The login in a token, or null if it is none. */
    static @Nullable Credentials read(String token) {
        try {
            byte[] plain = crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(token));
            if (plain.length < 2 * FIELD_BYTES) {
                return null;
            }
            return new Credentials(text(plain, 0, FIELD_BYTES), text(plain, FIELD_BYTES, plain.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    // The wire format asks for it; a token protects nothing, and this server has nothing to protect.
    @SuppressWarnings("InsecureCryptoUsage")
    private static byte[] crypt(int mode, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(mode, new SecretKeySpec(KEY, "DES"));
        return cipher.doFinal(bytes);
    }

    private static String text(byte[] plain, int from, int to) {
        int end = from;
        while (end < to && plain[end] != 0) {
            end++;
        }
        return new String(plain, from, end - from, StandardCharsets.UTF_8);
    }
}

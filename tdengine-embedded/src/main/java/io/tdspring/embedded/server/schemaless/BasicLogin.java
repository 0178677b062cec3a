// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

import io.tdspring.embedded.server.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the {@code Basic} form of the {@code Authorization} header. */
final class BasicLogin {

    private static final String WORD = "Basic ";

    private BasicLogin() {}

    /** Whether a header has this form. */
    static boolean isBasic(String header) {
        return header.startsWith(WORD);
    }

    /**
     * The login in a header of this form, which may have empty parts.
     *
     * @throws IllegalArgumentException if it is not base 64
     */
    static Credentials read(String header) {
        byte[] decoded =
                Base64.getDecoder().decode(header.substring(WORD.length()).trim());
        String login = new String(decoded, StandardCharsets.UTF_8);
        int colon = login.indexOf(':');
        return colon < 0
                ? new Credentials(login, "")
                : new Credentials(login.substring(0, colon), login.substring(colon + 1));
    }
}

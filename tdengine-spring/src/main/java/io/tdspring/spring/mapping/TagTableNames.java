// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readable names made from tags, with a digest of the tags where the readable part could be the same for others. */
final class TagTableNames implements TableNameStrategy {

    private static final int MAX_BYTES = 192;
    private static final int DIGEST_BYTES = 8;
    private static final int MAX_READABLE = MAX_BYTES - 1 - 2 * DIGEST_BYTES;

    @Override
    public String tableName(String superTable, List<? extends @Nullable Object> tags) {
        StringBuilder name = new StringBuilder();
        boolean unambiguous = appendReadable(name, superTable);
        for (Object tag : tags) {
            String text = tag == null ? "" : textOf(tag);
            unambiguous &= appendReadable(name.append('_'), text) && !text.isEmpty() && text.indexOf('_') < 0;
        }
        if (unambiguous && name.length() <= MAX_BYTES) {
            return name.toString();
        }
        name.setLength(Math.min(name.length(), MAX_READABLE));
        return name.append('_').append(digest(tags)).toString();
    }

    /** Appends the text with other characters than ASCII letters, digits and underscores replaced; whether none was. */
    private static boolean appendReadable(StringBuilder name, String text) {
        boolean unchanged = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
            name.append(plain ? c : '_');
            unchanged &= plain;
        }
        return unchanged;
    }

    private static String textOf(Object tag) {
        if (tag instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        // 1.0 and 1.00 are the same tag.
        return tag instanceof BigDecimal decimal ? decimal.stripTrailingZeros().toPlainString() : tag.toString();
    }

    private static String digest(List<? extends @Nullable Object> tags) {
        MessageDigest sha = sha256();
        for (Object tag : tags) {
            byte[] text = tag == null ? new byte[0] : textOf(tag).getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4)
                    .putInt(tag == null ? -1 : text.length)
                    .flip());
            sha.update(text);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

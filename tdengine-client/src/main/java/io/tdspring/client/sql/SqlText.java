// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import io.tdspring.error.UnsupportedFeatureException;

/** What SQL text can carry, and how long it is on the wire. */
final class SqlText {

    private SqlText() {}

    /**
     * Refuses text that would not arrive as it is.
     *
     * @throws UnsupportedFeatureException if it holds U+0000, at which the server would stop reading, or half of a
     *     surrogate pair, which UTF-8 cannot encode
     */
    static void requireSendable(String text, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new UnsupportedFeatureException(
                        what + " holds the character U+0000, which SQL text cannot carry");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new UnsupportedFeatureException(
                            what + " holds half of a surrogate pair, which UTF-8 cannot encode");
                }
                i++;
            }
        }
    }

    /** The bytes of this text in UTF-8; surrogates are taken to be paired. */
    static int utf8Length(CharSequence text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                // A pair of surrogates is four bytes, two for each half.
                bytes += Character.isSurrogate(c) ? 1 : 2;
            } else if (c >= 0x80) {
                bytes++;
            }
        }
        return bytes;
    }
}

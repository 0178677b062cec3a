// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a string literal means where bytes are expected. */
public final class BinaryText {

    private static final String HEX_PREFIX = "\\x";

    private BinaryText() {}

    /** Text after {@code \x} is hexadecimal, other text stands for its own bytes; null if the hexadecimal is none. */
    public static byte @Nullable [] bytes(String text) {
        if (!text.startsWith(HEX_PREFIX)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(text, HEX_PREFIX.length(), text.length());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * A geometry as text, with six digits behind the point.
     *
     * @throws io.tdspring.embedded.sql.SqlException 0x0100 if it is none that this server knows
     */
    public static String ofGeometry(byte[] binary) {
        return WellKnownBinary.toText(binary);
    }

    /**
     * The binary form of a geometry, or null if the text is none.
     *
     * @throws io.tdspring.embedded.sql.SqlException 0x0100 if it is one that this server does not know
     */
    public static byte @Nullable [] geometry(String text) {
        return WellKnownText.toBinary(text);
    }
}

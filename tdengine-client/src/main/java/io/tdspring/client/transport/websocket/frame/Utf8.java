// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as RFC 3629 has it: no surrogates, nothing longer than needed, nothing beyond U+10FFFF (RFC 6455, 8.1). */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes, int offset, int length) throws Violation {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            // The only trace of a fault is this character, which may also have been sent.
            requireValid(ByteBuffer.wrap(bytes, offset, length));
        }
        return text;
    }

    private static void requireValid(ByteBuffer bytes) throws Violation {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw Violation.invalidPayload("text that is not UTF-8");
        }
    }
}

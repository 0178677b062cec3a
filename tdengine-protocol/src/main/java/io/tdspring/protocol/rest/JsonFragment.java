// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Cuts a value out of a JSON document as JSON text, with numbers as they stand and without white space. */
final class JsonFragment {

    private JsonFragment() {}

    /**
     * Reads the value at the parser's current token to its end.
     *
     * @return UTF-8
     */
    static byte[] read(JsonParser parser) {
        JsonBytes out = new JsonBytes();
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            copy(parser, token, out);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > 0) {
                JsonToken previous = token;
                token = parser.nextToken();
                if (needsComma(previous, token)) {
                    out.ascii(',');
                }
            }
        } while (depth > 0);
        return out.toByteArray();
    }

    private static boolean needsComma(JsonToken previous, JsonToken token) {
        return !previous.isStructStart() && previous != JsonToken.PROPERTY_NAME && !token.isStructEnd();
    }

    private static void copy(JsonParser parser, JsonToken token, JsonBytes out) {
        switch (token) {
            case PROPERTY_NAME -> out.string(parser.currentName()).ascii(':');
            case VALUE_STRING -> out.string(parser.getString());
            default -> out.ascii(parser.getString());
        }
    }
}

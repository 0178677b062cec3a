// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.websocket.frame.SocketInput;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1.1 answer (RFC 9112, 2 to 5). Immutable.
 *
 * @param fields the values of each field, in their order, by its name in small letters
 */
record HttpHead(int status, Map<String, List<String>> fields) {

    private static final int MAX_BYTES = 16 << 10;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d ([1-5]\\d\\d)(?: .*)?");

    HttpHead {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads up to the empty line.
     *
     * @throws ProtocolException if this is no HTTP/1.1, or too long
     */
    static HttpHead read(SocketInput in) throws IOException {
        Lines lines = new Lines(in);
        String first = lines.next();
        Matcher statusLine = STATUS_LINE.matcher(first);
        if (!statusLine.matches()) {
            throw new ProtocolException("its answer is not HTTP/1.1");
        }
        Map<String, List<String>> fields = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
                throw new ProtocolException("its answer has a broken header");
            }
            fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new HttpHead(Integer.parseInt(statusLine.group(1)), fields);
    }

    /** The values of a field, those of one line separated by commas; empty if it is missing. */
    String field(String name) {
        return String.join(",", fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    private static final class Lines {

        private final SocketInput in;
        private int bytes;

        Lines(SocketInput in) {
            this.in = in;
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.readByte(); next != '\n'; next = in.readByte()) {
                if (++bytes > MAX_BYTES) {
                    throw new ProtocolException("its answer has headers of more than " + MAX_BYTES + " bytes");
                }
                line.append((char) next);
            }
            int end = line.length();
            return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.net.ProtocolException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What was agreed upon the compression of messages: permessage-deflate (RFC 7692, 7). */
public enum Compression {
    NONE,
    EACH_MESSAGE_BY_ITSELF,

    /** The server's messages may refer to those before. */
    WITH_THE_SERVERS_WINDOW;

    /** What is asked for: that no side remembers messages, which would cost memory on both. */
    static final String OFFER = "permessage-deflate; client_no_context_takeover; server_no_context_takeover";

    private static final String NAME = "permessage-deflate";
    private static final String CLIENT_FORGETS = "client_no_context_takeover";
    private static final String SERVER_FORGETS = "server_no_context_takeover";
    private static final Pattern SERVER_WINDOW = Pattern.compile("server_max_window_bits=\"?([89]|1[0-5])\"?");

    /**
     * Reads what the server chose.
     *
     * @param answer its extensions; empty if there are none
     * @param offered whether {@link #OFFER} was made
     * @throws ProtocolException if it chose what was not offered (RFC 6455, 4.1; RFC 7692, 7.1)
     */
    static Compression agreed(String answer, boolean offered) throws ProtocolException {
        if (answer.isBlank()) {
            return NONE;
        }
        Set<String> parameters = new HashSet<>();
        String[] parts = answer.split(";", -1);
        if (!offered || !parts[0].strip().equalsIgnoreCase(NAME)) {
            throw new ProtocolException("it chose an extension that was not offered");
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            boolean known = parameter.equals(CLIENT_FORGETS)
                    || parameter.equals(SERVER_FORGETS)
                    || SERVER_WINDOW.matcher(parameter).matches();
            String name = parameter.replaceFirst("=.*", "");
            if (!known || !parameters.add(name)) {
                throw new ProtocolException("it chose a compression that was not offered");
            }
        }
        return parameters.contains(SERVER_FORGETS) ? EACH_MESSAGE_BY_ITSELF : WITH_THE_SERVERS_WINDOW;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.Endpoint;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The opening handshake (RFC 6455, 4.1). Immutable.
 *
 * @param path with its query
 */
record Upgrade(Endpoint endpoint, String path, boolean offersCompression) {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int NONCE_BYTES = 16;
    private static final int MAX_LOCATION = 200;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final SecureRandom RANDOM = new SecureRandom();

    Upgrade {
        if (!path.startsWith("/") || !path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#')) {
            throw new IllegalArgumentException("\"" + withoutQuery(path) + "\" is no path");
        }
    }

    // A query may hold a token, which belongs into no message.
    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** Shakes hands. */
    Compression perform(Carrier carrier) throws IOException {
        String key = newKey();
        carrier.out().write(request(key).getBytes(StandardCharsets.US_ASCII));
        carrier.out().flush();
        return accept(HttpHead.read(carrier.in()), key);
    }

    private static String newKey() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }

    private String request(String key) {
        return "GET " + path + " HTTP/1.1\r\n"
                + "Host: " + Carrier.authority(endpoint) + "\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + key + "\r\n"
                + "Sec-WebSocket-Version: 13\r\n"
                + (offersCompression ? "Sec-WebSocket-Extensions: " + Compression.OFFER + "\r\n" : "")
                + "\r\n";
    }

    private Compression accept(HttpHead answer, String key) throws IOException {
        if (answer.status() != SWITCHING_PROTOCOLS) {
            throw new HttpRefusal(endpoint + " answered HTTP " + answer.status() + " instead of opening a WebSocket on "
                    + withoutQuery(path) + location(answer));
        }
        if (!answer.lists("Upgrade", "websocket") || !answer.lists("Connection", "Upgrade")) {
            throw new ProtocolException("it switched to another protocol");
        }
        if (!answer.field("Sec-WebSocket-Accept").equals(acceptFor(key))) {
            throw new ProtocolException("its Sec-WebSocket-Accept does not belong to the request");
        }
        if (!answer.field("Sec-WebSocket-Protocol").isEmpty()) {
            throw new ProtocolException("it chose a subprotocol, but none was asked for");
        }
        return Compression.agreed(answer.field("Sec-WebSocket-Extensions"), offersCompression);
    }

    private static String location(HttpHead answer) {
        String location = withoutQuery(answer.field("Location"));
        boolean shown = !location.isEmpty() && location.length() <= MAX_LOCATION;
        return shown ? ", and points to " + location : "";
    }

    static String acceptFor(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

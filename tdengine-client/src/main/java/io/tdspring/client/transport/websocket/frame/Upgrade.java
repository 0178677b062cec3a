// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Endpoint;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The opening handshake of one socket (RFC 6455, 4.1): what is asked, and whether the answer belongs to it. Immutable. */
public final class Upgrade {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int NONCE_BYTES = 16;
    private static final int MAX_LOCATION = 200;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Endpoint endpoint;
    private final String path;
    private final boolean offersCompression;
    private final String key;

    /**
     * @param path with its query
     * @throws IllegalArgumentException if the path does not begin with a slash, or is not in printable ASCII
     */
    public Upgrade(Endpoint endpoint, String path, boolean offersCompression) {
        if (!path.startsWith("/") || !path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#')) {
            throw new IllegalArgumentException("\"" + withoutQuery(path) + "\" is no path");
        }
        this.endpoint = endpoint;
        this.path = path;
        this.offersCompression = offersCompression;
        this.key = newKey();
    }

    // A query may hold a token, which belongs into no message.
    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static String newKey() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }

    /** What to get, with its query. */
    public String path() {
        return path;
    }

    /** How HTTP names the endpoint (RFC 9110, 7.2): as it is written, but without the zone of an address. */
    public String authority() {
        int zone = endpoint.host().indexOf('%');
        return zone < 0
                ? endpoint.toString()
                : new Endpoint(endpoint.host().substring(0, zone), endpoint.port()).toString();
    }

    /** The fields of the request beside its Host, in the order in which they are usually sent. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Upgrade", "websocket");
        fields.put("Connection", "Upgrade");
        fields.put("Sec-WebSocket-Key", key);
        fields.put("Sec-WebSocket-Version", "13");
        if (offersCompression) {
            fields.put("Sec-WebSocket-Extensions", Compression.OFFER);
        }
        return fields;
    }

    /**
     * Reads the answer.
     *
     * @param field the values of a field, joined by commas; empty if it is missing
     * @throws IOException if the server will not, or breaks the rules
     */
    public Compression accept(int status, UnaryOperator<String> field) throws IOException {
        if (status != SWITCHING_PROTOCOLS) {
            throw new HttpRefusal(endpoint + " answered HTTP " + status + " instead of opening a WebSocket on "
                    + withoutQuery(path) + location(field.apply("Location")));
        }
        if (!lists(field.apply("Upgrade"), "websocket") || !lists(field.apply("Connection"), "Upgrade")) {
            throw new ProtocolException("it switched to another protocol");
        }
        if (!field.apply("Sec-WebSocket-Accept").equals(acceptFor(key))) {
            throw new ProtocolException("its Sec-WebSocket-Accept does not belong to the request");
        }
        if (!field.apply("Sec-WebSocket-Protocol").isEmpty()) {
            throw new ProtocolException("it chose a subprotocol, but none was asked for");
        }
        return Compression.agreed(field.apply("Sec-WebSocket-Extensions"), offersCompression);
    }

    private static String location(String field) {
        String location = withoutQuery(field);
        boolean shown = !location.isEmpty() && location.length() <= MAX_LOCATION;
        return shown ? ", and points to " + location : "";
    }

    private static boolean lists(String field, String element) {
        for (String listed : field.split(",", -1)) {
            if (listed.strip().equalsIgnoreCase(element)) {
                return true;
            }
        }
        return false;
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

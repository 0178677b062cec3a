// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.error.UnsupportedFeatureException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a URL, {@code tdengine:ws://user:password@host:6041,host2:6041/database?name=value&name=value}, as options.
 * Confined to one thread.
 *
 * <p>Everything but the scheme and the hosts may be percent-encoded (RFC 3986, 2.1); a {@code +} is no space. No message
 * shows the URL, since a password may be in it.
 */
final class ClientUrl {

    private static final String JDBC = "jdbc:";
    private static final String HEAD = "tdengine:";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    private final Map<ClientOption, String> options = new EnumMap<>(ClientOption.class);

    private ClientUrl() {}

    /**
     * The options in the URL.
     *
     * @throws IllegalArgumentException if it is malformed, or an option is unknown or comes twice
     * @throws UnsupportedFeatureException if it wants a transport that there is not
     */
    static Map<ClientOption, String> options(String url) {
        ClientUrl parsed = new ClientUrl();
        String text = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        int slashes = text.indexOf("://");
        if (!text.startsWith(HEAD) || slashes < 0) {
            throw new IllegalArgumentException(
                    "a URL starts with tdengine:ws://, tdengine:wss://, tdengine:rest:// or tdengine:rests://");
        }
        parsed.scheme(text.substring(HEAD.length(), Math.max(HEAD.length(), slashes)));
        parsed.hierarchy(text.substring(slashes + 3));
        return parsed.options;
    }

    private void scheme(String scheme) {
        switch (scheme) {
            case "ws", "wss" -> put(ClientOption.TRANSPORT, "websocket");
            case "rest", "rests" -> put(ClientOption.TRANSPORT, "rest");
            case "native" -> throw new UnsupportedFeatureException("there is no transport native; use ws or rest");
            default ->
                throw new IllegalArgumentException("unknown scheme " + (isScheme(scheme) ? "\"" + scheme + "\" " : "")
                        + "in a URL; it is ws, wss, rest or rests");
        }
        put(ClientOption.SSL_ENABLED, Boolean.toString(scheme.endsWith("s") && !scheme.equals("ws")));
    }

    // Where slashes are missing, what precedes the first :// is much more than a scheme (RFC 3986, 3.1).
    private static boolean isScheme(String text) {
        return SCHEME.matcher(text).matches();
    }

    private void hierarchy(String text) {
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        int slash = path.indexOf('/');
        authority(slash < 0 ? path : path.substring(0, slash));
        if (slash >= 0 && slash + 1 < path.length()) {
            database(path.substring(slash + 1));
        }
        if (question >= 0) {
            query(text.substring(question + 1));
        }
    }

    private void database(String name) {
        if (name.indexOf('@') >= 0 || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("there is a / or @ behind the hosts in a URL; "
                    + "in a database, a user or a password it is percent-encoded");
        }
        put(ClientOption.DATABASE, decode("the database", name));
    }

    private void authority(String authority) {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            login(authority.substring(0, at));
        }
        String hosts = authority.substring(at + 1);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a URL has at least one host");
        }
        String[] each = hosts.split(",", -1);
        for (int i = 0; i < each.length; i++) {
            checkHost(i + 1, each[i]);
        }
        put(ClientOption.ENDPOINTS, hosts);
    }

    // What looks like a host may be the beginning of a password with a slash in it.
    private static void checkHost(int place, String host) {
        boolean isHost;
        try {
            isHost = Endpoint.parse(host, TdengineClientBuilder.DEFAULT_PORT).port() > 0;
        } catch (IllegalArgumentException e) {
            isHost = false;
        }
        if (!isHost) {
            throw new IllegalArgumentException("host " + place + " in a URL is malformed; "
                    + "a special character in the user or the password before it is percent-encoded");
        }
    }

    private void login(String user) {
        int colon = user.indexOf(':');
        put(ClientOption.USERNAME, decode("the user", colon < 0 ? user : user.substring(0, colon)));
        if (colon >= 0) {
            put(ClientOption.PASSWORD, decode("the password", user.substring(colon + 1)));
        }
    }

    private void query(String query) {
        int count = 0;
        for (String pair : query.split("&", -1)) {
            count++;
            int equals = pair.indexOf('=');
            if (equals < 0) {
                // It may be the rest of a password with an ampersand.
                throw new IllegalArgumentException("the option at place " + count + " in a URL has no \"=\"");
            }
            ClientOption option = option(decode("the name of an option", pair.substring(0, equals)), query);
            put(option, decode("option " + option.optionName(), pair.substring(equals + 1)));
        }
    }

    // What looks like an option may be the rest of a password with a question mark, whose beginning looked like a port.
    private static ClientOption option(String name, String query) {
        if (query.indexOf('@') >= 0 && !ClientOption.isName(name)) {
            throw new IllegalArgumentException("there is an unknown option and an @ behind the ? in a URL; "
                    + "in a user or a password a ? is percent-encoded");
        }
        return ClientOption.named(name);
    }

    private void put(ClientOption option, String value) {
        if (options.putIfAbsent(option, value) != null) {
            throw new IllegalArgumentException("option " + option.optionName() + " comes twice in a URL");
        }
    }

    private static String decode(String what, String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                decoded.put(utf8[i]);
            } else if (i + 2 < utf8.length && HexFormat.isHexDigit(utf8[i + 1]) && HexFormat.isHexDigit(utf8[i + 2])) {
                decoded.put((byte) (HexFormat.fromHexDigit(utf8[++i]) << 4 | HexFormat.fromHexDigit(utf8[++i])));
            } else {
                throw new IllegalArgumentException(
                        what + " in a URL has a % without two hexadecimal digits behind it; write %25 for %");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " in a URL is not UTF-8", e);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of one server. Immutable.
 *
 * @param host a name or an address; an IPv6 address without brackets
 */
public record Endpoint(String host, int port) {

    private static final int MAX_PORT = 65535;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?");

    /** The address, and behind a percent sign the zone (RFC 4007, 11.2). */
    private static final Pattern IPV6 = Pattern.compile("([0-9A-Fa-f:.]+)(%[\\p{L}\\p{N}._-]+)?");

    public Endpoint {
        if (!(host.indexOf(':') < 0 ? NAME.matcher(host).matches() : isIpv6(host))) {
            throw new IllegalArgumentException("\"" + host + "\" is no host name");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and " + MAX_PORT);
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [IPv6]}, {@code [IPv6]:port} or a bare IPv6 address.
     *
     * @throws IllegalArgumentException if it is none of these; the message contains the text
     */
    public static Endpoint parse(String text, int defaultPort) {
        String endpoint = text.trim();
        int bracket = endpoint.indexOf(']');
        if (endpoint.startsWith("[") && bracket > 0) {
            return new Endpoint(endpoint.substring(1, bracket), portBehind(endpoint, bracket + 1, defaultPort));
        }
        int colon = endpoint.indexOf(':');
        if (colon < 0 || colon != endpoint.lastIndexOf(':')) {
            return new Endpoint(endpoint, defaultPort);
        }
        return new Endpoint(endpoint.substring(0, colon), portBehind(endpoint, colon, defaultPort));
    }

    private static int portBehind(String endpoint, int colon, int defaultPort) {
        if (colon == endpoint.length()) {
            return defaultPort;
        }
        String port = endpoint.substring(colon + 1);
        if (endpoint.charAt(colon) != ':' || !port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("\"" + endpoint + "\" has no port number behind its host");
        }
        return Integer.parseInt(port);
    }

    private static boolean isIpv6(String host) {
        Matcher parts = IPV6.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        try {
            // What stands in brackets is never looked up.
            InetAddress unused = InetAddress.getByName("[" + parts.group(1) + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}

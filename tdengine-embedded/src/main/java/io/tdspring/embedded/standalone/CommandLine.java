// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.standalone;

import io.tdspring.embedded.EmbeddedTdengine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the server is to be started.
 *
 * <p>Immutable. Its text form hides the password.
 */
record CommandLine(Map<Option, String> options, String password) {

    /** Where the password comes from: a command line can be read by other users of the machine. */
    static final String PASSWORD_VARIABLE = "TDENGINE_PASSWORD";

    private static final String DEFAULT_PASSWORD = "taosdata";
    private static final int MAX_PORT = 65_535;

    /**
     * Reads it.
     *
     * @param environment where the password is looked up
     * @throws UsageException if something is wrong with it
     */
    static CommandLine read(Map<String, String> environment, String... arguments) {
        Map<Option, String> options = new EnumMap<>(Option.class);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            Option option = Option.of(equals < 0 ? argument : argument.substring(0, equals));
            if (option.takesValue() != (equals >= 0)) {
                throw new UsageException(option
                        + (option.takesValue() ? " needs a value: " : " takes no value: ")
                        + option.help().strip());
            }
            if (options.put(option, argument.substring(equals + 1)) != null) {
                throw new UsageException(option + " is given twice");
            }
        }
        String password = environment.getOrDefault(PASSWORD_VARIABLE, "");
        return new CommandLine(options, password.isEmpty() ? DEFAULT_PASSWORD : password);
    }

    /** Whether help is asked for, and nothing else wanted. */
    boolean wantsHelp() {
        return options.containsKey(Option.HELP);
    }

    /** What the options and the password are. */
    static String help() {
        return Arrays.stream(Option.values())
                .map(Option::help)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        String.join(
                                System.lineSeparator(),
                                "A TDengine-compatible server for development and tests; its data is in memory only.",
                                "",
                                "Usage: java -jar tdengine-embedded-server.jar [options]",
                                "",
                                ""),
                        String.join(
                                System.lineSeparator(),
                                "",
                                "",
                                "The password is taken from the environment variable " + PASSWORD_VARIABLE
                                        + ", and not from the command line, which",
                                "other users of this machine can read. Without the variable it is \"" + DEFAULT_PASSWORD
                                        + "\", as everybody knows:",
                                "then the server listens on the addresses of this machine alone, unless there is "
                                        + Option.INSECURE + ".")));
    }

    /**
     * A builder of such a server.
     *
     * @throws UsageException if a value is wrong or strangers would be let in
     */
    EmbeddedTdengine.Builder builder() {
        String host = options.getOrDefault(Option.HOST, "127.0.0.1");
        if (password.equals(DEFAULT_PASSWORD) && !options.containsKey(Option.INSECURE) && !isLoopback(host)) {
            throw new UsageException(
                    "On " + host + " others can reach the server, and everybody knows its password: set "
                            + PASSWORD_VARIABLE + ", or add " + Option.INSECURE);
        }
        return EmbeddedTdengine.builder()
                .host(host)
                .port(port())
                .zone(zone())
                .user("root", password)
                .user(user(), password);
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            throw new UsageException("There is no address for " + Option.HOST + "=" + host);
        }
    }

    private String user() {
        String user = options.getOrDefault(Option.USER, "root");
        if (user.isEmpty()) {
            throw new UsageException(Option.USER + " needs a value");
        }
        return user;
    }

    private int port() {
        String text = options.getOrDefault(Option.PORT, "6041");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The same answer as to a number that is no port.
        }
        throw new UsageException(Option.PORT + " is a number from 0 to " + MAX_PORT + ", not " + text);
    }

    private ZoneId zone() {
        String text = options.getOrDefault(Option.ZONE, "UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException("There is no time zone " + text + " (" + Option.ZONE + ")");
        }
    }

    @Override
    public String toString() {
        return options.toString();
    }
}

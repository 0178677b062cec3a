// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.standalone;

import java.util.Arrays;
import java.util.Comparator;

/** What may stand on the command line. */
enum Option {
    HOST("--host", "NAME", "name or address to listen on (127.0.0.1)"),
    PORT("--port", "NUMBER", "port to listen on, 0 for any free one (6041)"),
    ZONE("--zone", "ZONE", "time zone of the server, such as Europe/Berlin (UTC)"),
    USER("--user", "NAME", "one more user beside root, with the same password"),
    INSECURE("--insecure", "", "listen on any address although the password is the one everybody knows"),
    HELP("--help", "", "print this and end");

    private final String text;
    private final String value;
    private final String meaning;

    Option(String text, String value, String meaning) {
        this.text = text;
        this.value = value;
        this.meaning = meaning;
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** Its line of the help. */
    String help() {
        return String.format("  %-15s %s", takesValue() ? text + "=" + value : text, meaning);
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * The option of this name.
     *
     * @throws UsageException naming the one that is most like it, if there is none
     */
    static Option of(String name) {
        return Arrays.stream(values())
                .filter(option -> option.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no option " + name + "; did you mean " + nearest(name) + "? --help lists all."));
    }

    private static Option nearest(String name) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(option -> distance(option.text, name)))
                .orElseThrow();
    }

    /** How many characters must be inserted, removed or replaced to make one text of the other. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.time.ZoneId;

/**
 * How a server presents itself.
 *
 * @param version as clients are told
 * @param blockRows the most rows of a block
 * @param zone the server's time zone
 */
public record ServerSettings(String version, int blockRows, ZoneId zone) {

    private static final String STMT2_SINCE = "3.3.6.0";
    private static final String STMT2_BIND_EXEC_SINCE = "3.4.1.13";

    /** Whether a server of this version has the newer interface of prepared statements. */
    public boolean knowsStmt2() {
        return isSince(STMT2_SINCE);
    }

    /** Whether a server of this version binds and executes in one message. */
    public boolean knowsStmt2BindExec() {
        return isSince(STMT2_BIND_EXEC_SINCE);
    }

    private boolean isSince(String other) {
        String[] own = version.split("\\.", -1);
        String[] wanted = other.split("\\.", -1);
        for (int i = 0; i < wanted.length; i++) {
            int difference = Integer.compare(number(own, i), number(wanted, i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    /** A number that is missing counts as 0. */
    private static int number(String[] parts, int index) {
        String digits = index < parts.length ? parts[index].replaceFirst("[^0-9].*", "") : "";
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}

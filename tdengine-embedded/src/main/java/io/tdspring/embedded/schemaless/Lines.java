// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import java.util.function.Consumer;

/** The lines of a request; those that begin with # are remarks. One at a time, since there can be millions. */
final class Lines {

    private Lines() {}

    /** How many lines there are without the remarks. */
    static long count(String data) {
        return each(data, line -> {});
    }

    /**
     * Reads the lines without the remarks up to the first that is wrong.
     *
     * @throws SqlException 0x3002 if there is none
     */
    static void read(String data, Consumer<String> reader) {
        if (each(data, reader) == 0) {
            throw new SqlException(SchemalessWriter.INVALID_DATA, "line num is invalid");
        }
    }

    /** A newline at the end does not begin another line. */
    private static long each(String data, Consumer<String> reader) {
        long count = 0;
        for (int start = 0; start < data.length(); ) {
            int newline = data.indexOf('\n', start);
            int end = newline < 0 ? data.length() : newline;
            if (data.charAt(start) != '#') {
                reader.accept(data.substring(start, end));
                count++;
            }
            start = end + 1;
        }
        return count;
    }
}

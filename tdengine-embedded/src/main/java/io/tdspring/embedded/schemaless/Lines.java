// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a request; those that begin with # are remarks. */
final class Lines {

    private Lines() {}

    /** The lines without the remarks; a newline at the end does not begin another. */
    static List<String> of(String data) {
        String body = data.endsWith("\n") ? data.substring(0, data.length() - 1) : data;
        if (data.isEmpty()) {
            return List.of();
        }
        return Stream.of(body.split("\n", -1))
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /**
     * As {@link #of}.
     *
     * @throws SqlException 0x3002 if there is none
     */
    static List<String> require(String data) {
        List<String> lines = of(data);
        if (lines.isEmpty()) {
            throw new SqlException(SchemalessWriter.INVALID_DATA, "line num is invalid");
        }
        return lines;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A recorded statement that is answered otherwise.
 *
 * @param line in the recording
 * @param kind {@code refused}: not supported, and said so; {@code wrong}: anything else
 * @param why the server's refusal, or the reason for a wrong answer
 */
record SqlDifference(int line, String kind, String sql, String why) {

    static final String REFUSED = "refused";
    static final String WRONG = "wrong";
    private static final String REFUSAL = " is not supported by the embedded server";

    static SqlDifference of(SqlRecording.Statement recorded, int code, String text, String difference) {
        String sql = Resources.JSON.writeValueAsString(recorded.sql());
        boolean refused = code == 0x0100 && text.endsWith(REFUSAL);
        return refused
                ? new SqlDifference(recorded.line(), REFUSED, sql, text.replace(REFUSAL, ""))
                : new SqlDifference(recorded.line(), WRONG, sql, difference);
    }

    /** Those that are known of a topic, from {@code differences/sql}; none, if there is no such list. */
    static List<SqlDifference> known(String topic) {
        try (InputStream in = SqlDifference.class.getResourceAsStream("/differences/sql/" + topic + ".tsv")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(SqlDifference::read)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a statement that could not be tried because of this one. */
    SqlDifference at(SqlRecording.Statement statement) {
        return new SqlDifference(statement.line(), kind, Resources.JSON.writeValueAsString(statement.sql()), why);
    }

    private static SqlDifference read(String line) {
        String[] fields = line.split("\t", -1);
        return new SqlDifference(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
    }

    /** The difference as a line of the list. */
    String asLine() {
        return key() + (kind.equals(REFUSED) ? "" : "\t" + why);
    }

    /** What must agree between the list and the server: for a wrong answer not the reason, which a person wrote. */
    String key() {
        return line + "\t" + kind + "\t" + sql + (kind.equals(REFUSED) ? "\t" + why : "");
    }
}

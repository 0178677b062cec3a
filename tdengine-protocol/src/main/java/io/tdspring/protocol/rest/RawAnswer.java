// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /rest/sql} answered, as it is: a failure of TDengine's as well, which has no columns and no rows. Immutable.
 *
 * <p>A cell is a {@link String}, {@link Long}, {@link java.math.BigInteger} for what is beyond a long, {@link Double},
 * {@link Boolean}, null, or for a JSON tag that is an object or an array its text. What REST writes as a text stays one: a
 * timestamp in RFC 3339, bytes in hexadecimal digits, a DECIMAL.
 *
 * @param code 0, or TDengine's code, its low 16 bits
 * @param message what went wrong; empty if nothing did
 * @param columns a statement without rows has one, called {@code affected_rows}
 * @param data the rows, all of them in memory
 * @param rows how many there are, as the server says
 */
public record RawAnswer(
        int code, String message, List<RawColumn> columns, List<List<@Nullable Object>> data, long rows) {

    public RawAnswer {
        columns = List.copyOf(columns);
        data = Collections.unmodifiableList(data);
    }

    /**
     * Reads an answer.
     *
     * @param body is not closed
     * @throws io.tdspring.error.TdengineOperationalException if the server is short of memory and says just that
     * @throws io.tdspring.error.TdengineProtocolException if it is empty, breaks off or is malformed
     * @throws IOException if {@code body} fails
     */
    public static RawAnswer read(InputStream body, long requestId) throws IOException {
        return new RawAnswerReader(body, requestId).read();
    }
}

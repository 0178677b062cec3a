// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.FetchRawBlock;
import java.util.Map;

/** The codes of binary requests on {@code /ws} and the names by which answers call them. */
final class BinaryActions {

    static final String UNKNOWN = "unknown";

    private static final Map<Long, String> NAMES = Map.of(
            1L,
            "set_tags",
            2L,
            "bind",
            3L,
            "write_raw",
            4L,
            "write_raw_block",
            5L,
            "write_raw_block_with_fields",
            BinaryQuery.CODE,
            BinaryQuery.ACTION,
            FetchRawBlock.CODE,
            FetchRawBlock.ACTION,
            Stmt2Bind.CODE,
            Stmt2Bind.ACTION,
            10L,
            "validate_sql");

    private BinaryActions() {}

    static String name(long code) {
        return NAMES.getOrDefault(code, UNKNOWN);
    }

    /** Why this server, which may be one before {@code stmt2_bind}, does not answer such a request. */
    static SqlException refusal(long code) {
        String name = NAMES.get(code);
        return name == null || code == Stmt2Bind.CODE
                ? Failures.adapter("unknown binary action " + Long.toUnsignedString(code))
                : SqlException.notSupported("Action " + name);
    }
}

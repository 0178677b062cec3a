// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.ValidateSql;
import java.util.HashMap;
import java.util.Map;

/** The codes of binary requests on {@code /ws} that a server of some version knows, and their names. Immutable. */
final class BinaryActions {

    static final String UNKNOWN = "unknown";

    private final Map<Long, String> names = new HashMap<>();

    BinaryActions(ServerSettings settings) {
        names.put(StmtBlock.SET_TAGS, "set_tags");
        names.put(StmtBlock.BIND, "bind");
        names.put(3L, "write_raw");
        names.put(4L, "write_raw_block");
        names.put(5L, "write_raw_block_with_fields");
        names.put(BinaryQuery.CODE, BinaryQuery.ACTION);
        names.put(FetchRawBlock.CODE, FetchRawBlock.ACTION);
        if (settings.version().has(Feature.SERVER_CHECKS)) {
            names.put(ValidateSql.CODE, ValidateSql.ACTION);
        }
        if (settings.version().has(Feature.STMT2)) {
            names.put(Stmt2Bind.CODE, Stmt2Bind.ACTION);
        }
        if (settings.version().has(Feature.STMT2_BIND_EXEC)) {
            names.put(Stmt2BindExec.CODE, Stmt2BindExec.ACTION);
        }
    }

    /** The name by which answers call such a request. */
    String name(long code) {
        return names.getOrDefault(code, UNKNOWN);
    }

    /** Why this server does not answer such a request. */
    SqlException refusal(long code) {
        String name = names.get(code);
        return name == null
                ? Failures.adapter("unknown binary action " + Long.toUnsignedString(code))
                : SqlException.notSupported("Action " + name);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.stmt.GivenValues;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.JsonValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StmtValues;
import java.util.List;

/** Values in JSON, which a query's parameters cannot be. Immutable. */
record JsonGiven(StmtValues values) implements GivenValues {

    @Override
    public List<BoundValues> as(List<StatementField> fields) {
        return values.kind() == StmtValues.Kind.TAGS
                ? JsonValues.readTags(values.values(), fields)
                : JsonValues.readColumns(values.values(), fields);
    }

    @Override
    public List<BoundValues> asParameters() {
        throw new SqlException(0x022a, "Stmt API usage error");
    }
}

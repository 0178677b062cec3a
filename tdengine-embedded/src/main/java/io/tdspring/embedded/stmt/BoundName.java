// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table as it is bound: {@code table} or {@code database.table}, back-quoted or not, its case as it is.
 *
 * @param table null if none is bound
 */
record BoundName(@Nullable TableName table) {

    private static final int MOST_BYTES = 192;

    static BoundName of(@Nullable String bound) {
        if (bound == null || bound.isEmpty()) {
            return new BoundName(null);
        }
        int point = bound.startsWith("`") ? bound.indexOf("`.") + 1 : bound.indexOf('.');
        String database = point > 0 ? unquoted(bound.substring(0, point)) : null;
        String name = unquoted(point > 0 ? bound.substring(point + 1) : bound);
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new SqlException(0x0200, "name too long");
        }
        return new BoundName(name.isEmpty() ? null : new TableName(database, name));
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /** @throws SqlException 0x022B if none is bound */
    TableName require() {
        if (table == null) {
            throw new SqlException(0x022b, "Stmt table name not set correctly");
        }
        return table;
    }
}

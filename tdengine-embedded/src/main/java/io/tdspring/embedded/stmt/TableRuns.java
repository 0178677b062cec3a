// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of several tables in one column for each placeholder, taken apart by the tables. Immutable. */
final class TableRuns {

    private final List<StatementField> fields;
    private final List<BoundValues> values;

    private TableRuns(List<StatementField> fields, List<BoundValues> values) {
        this.fields = fields;
        this.values = values;
    }

    /** One table for each run of rows that name the same; all of them for one if the statement names the table. */
    static List<BoundTable> split(List<StatementField> fields, List<BoundValues> values) {
        if (values.size() != fields.size()) {
            throw new SqlException(0x0236, "bind number out of range or not match");
        }
        return new TableRuns(fields, values).tables();
    }

    private List<BoundTable> tables() {
        List<BoundTable> tables = new ArrayList<>();
        int rows = values.get(0).rows();
        int start = 0;
        for (int row = 1; row <= rows; row++) {
            String name = name(start);
            if (row == rows || (name != null && !name.equals(name(row)))) {
                tables.add(new BoundTable(name, of(Role.TAG, start, start + 1), of(Role.COLUMN, start, row)));
                start = row;
            }
        }
        return tables;
    }

    private @Nullable String name(int row) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == Role.TABLE_NAME) {
                return values.get(i).isValue(row) ? values.get(i).textAt(row) : "";
            }
        }
        return null;
    }

    private List<BoundValues> of(Role role, int from, int to) {
        List<BoundValues> bound = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == role) {
                bound.add(values.get(i).rows(from, to));
            }
        }
        return bound;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.stmt.RowValues;
import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.WireValues;
import java.util.List;

/** Rows for a super table with a tag {@code t INT} and the columns {@code ts TIMESTAMP, v INT}. */
final class TestRows {

    static final List<StatementField> FIELDS = List.of(
            new StatementField("tbname", DataType.VARCHAR, 0, 0, 271, Role.TABLE_NAME),
            new StatementField("t", DataType.INT, 0, 0, 4, Role.TAG),
            new StatementField("ts", DataType.TIMESTAMP, 0, 0, 8, Role.COLUMN),
            new StatementField("v", DataType.INT, 0, 0, 4, Role.COLUMN));

    /** Each value with its state: 5 + 9 + 5, and of the first row of a table the name. */
    static final int FIRST_ROW_BYTES = 19 + 2;

    static final int FURTHER_ROW_BYTES = 14;

    private TestRows() {}

    static WriterOptions.Builder options() {
        return WriterOptions.into("st").tags("t").columns("ts", "v");
    }

    static List<WireValues> row(int v) {
        RowValues row = new RowValues(FIELDS.subList(1, FIELDS.size()), 1);
        row.setLong(0, 1);
        row.setLong(1, 1700000000000L + v);
        row.setLong(2, v);
        return row.complete();
    }
}

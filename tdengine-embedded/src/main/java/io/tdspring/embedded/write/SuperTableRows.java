// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.SuperTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code INSERT INTO super_table (tbname, …)}: each names its child table, which is created with the row's
 * tags if it does not exist.
 *
 * <p>Confined to the statement.
 */
final class SuperTableRows {

    private static final String TABLE_NAME = "tbname";
    private static final int MOST_NAME_BYTES = 192;

    private final InsertPlan plan;
    private final SuperTable superTable;
    private final List<Column> superTags;
    private final Insert insert;
    private final RowReader reader;

    // Where the value at a position of the row goes: a column's number, a tag's number, or -1.
    private int[] columnNumbers = {};
    private int[] tagNumbers = {};
    private int tableName = -1;
    private int timestamp = -1;

    SuperTableRows(InsertPlan plan, SuperTable superTable, Insert insert, RowReader reader) {
        this.plan = plan;
        this.superTable = superTable;
        this.superTags = superTable.tags();
        this.insert = insert;
        this.reader = reader;
    }

    void add(Insert.Target target) {
        plan.requireRows(target);
        if (target.columns().isEmpty()) {
            throw SqlException.insertSyntax(
                    insert.rest(target.nameEnd()),
                    "(...tbname, ts...) bounded cols is expected for supertable insertion");
        }
        bind(target.columns());
        List<Column> known = plan.columnsOf(superTable);
        List<@Nullable Column> columns = new ArrayList<>();
        for (int number : columnNumbers) {
            columns.add(number < 0 ? null : known.get(number));
        }
        for (Insert.Row values : target.rows()) {
            reader.checkCount(values, columnNumbers.length);
            TablePart part = plan.partOf(superTable, tableOf(values), () -> tagsOf(values));
            @Nullable Object[] row = InsertPlan.emptyRow(part);
            reader.read(values, columns, columnNumbers, row);
            reader.checkTimestamp(row[0], values.values().get(timestamp));
            part.add(row);
        }
    }

    private void bind(List<String> names) {
        Map<String, Integer> columns = InsertColumns.numbersOf(plan.columnsOf(superTable));
        Map<String, Integer> tags = InsertColumns.numbersOf(superTags);
        columnNumbers = new int[names.size()];
        tagNumbers = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            columnNumbers[i] = columns.getOrDefault(name, -1);
            tagNumbers[i] = tags.getOrDefault(name, -1);
            if (columnNumbers[i] == 0) {
                timestamp = i;
            }
            if (columnNumbers[i] < 0 && tagNumbers[i] < 0) {
                if (!name.equals(TABLE_NAME)) {
                    throw new SqlException(0x2602, "Invalid column name: " + name);
                }
                tableName = i;
            }
        }
        if (tableName < 0) {
            throw new SqlException(0x0200, "tbname column should not be null");
        }
        if (timestamp < 0) {
            throw InsertColumns.noTimestamp();
        }
    }

    private String tableOf(Insert.Row values) {
        Expr value = values.values().get(tableName);
        if (!(value instanceof Expr.Literal literal) || literal.value() == null) {
            throw new SqlException(0x0200, "tbname column should not be null");
        }
        String table = literal.text();
        if (table.indexOf('.') >= 0) {
            throw new SqlException(0x0200, "tbname can not contain '.'");
        }
        if (table.isEmpty() || table.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            throw new SqlException(SqlException.INVALID_IDENTIFIER, "Invalid identifier name: " + table);
        }
        return table;
    }

    private List<@Nullable Object> tagsOf(Insert.Row values) {
        @Nullable Object[] tags = new @Nullable Object[superTags.size()];
        for (int i = 0; i < tagNumbers.length; i++) {
            if (tagNumbers[i] >= 0) {
                tags[tagNumbers[i]] = reader.cells()
                        .read(superTags.get(tagNumbers[i]), values.values().get(i));
            }
        }
        return Arrays.asList(tags);
    }
}

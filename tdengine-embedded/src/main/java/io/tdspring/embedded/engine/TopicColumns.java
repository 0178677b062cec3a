// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns and tags that a query topic reads, which must stay as they are while there is the topic. Immutable.
 *
 * @param table of the topic, of a child table its super table
 * @param columns the columns of the table when the topic was created
 * @param names of columns and tags that the query reads
 */
record TopicColumns(Database database, String table, List<Column> columns, Set<String> names) {

    /** @throws SqlException 0x2603 if there is no such table */
    static TopicColumns of(Database database, Select select) {
        if (!(select.from() instanceof Select.TableSource source)) {
            throw new SqlException(0x2639, "Invalid topic query");
        }
        String name = source.table().name();
        Table table = database.findTable(name);
        SuperTable superTable = table == null ? database.findSuperTable(name) : table.superTable();
        if (superTable == null && table == null) {
            throw Scope.noTable();
        }
        List<Column> columns = superTable != null ? superTable.columns() : table == null ? List.of() : table.columns();
        Collector collector = new Collector(columns);
        select.items().forEach(item -> collector.collect(item.expr()));
        if (select.where() != null) {
            collector.collect(select.where());
        }
        return new TopicColumns(database, superTable == null ? name : superTable.name(), columns, collector.names);
    }

    boolean contains(Database of, String ofTable, String column) {
        return database.equals(of) && table.equals(ofTable) && names.contains(column);
    }

    /** Finds the names in expressions; one thread's. */
    private static final class Collector {

        private final List<Column> columns;
        private final Set<String> names = new HashSet<>();

        Collector(List<Column> columns) {
            this.columns = columns;
            names.add(columns.get(0).name());
        }

        void collect(Expr expr) {
            if (expr instanceof Expr.ColumnReference column) {
                names.add(column.name());
            } else if (expr instanceof Expr.Star) {
                columns.forEach(column -> names.add(column.name()));
            } else if (expr instanceof Expr.Unary unary) {
                collect(unary.operand());
            } else if (expr instanceof Expr.Binary binary) {
                collect(binary.left());
                collect(binary.right());
            } else if (expr instanceof Expr.FunctionCall call) {
                call.arguments().forEach(this::collect);
            } else if (expr instanceof Expr.Cast cast) {
                collect(cast.operand());
            } else if (expr instanceof Expr.IsNull test) {
                collect(test.operand());
            } else {
                collectOthers(expr);
            }
        }

        private void collectOthers(Expr expr) {
            if (expr instanceof Expr.Between between) {
                List.of(between.operand(), between.low(), between.high()).forEach(this::collect);
            } else if (expr instanceof Expr.InList in) {
                collect(in.operand());
                in.candidates().forEach(this::collect);
            } else if (expr instanceof Expr.CaseWhen choice) {
                choice.whens()
                        .forEach(
                                when -> List.of(when.condition(), when.result()).forEach(this::collect));
                if (choice.operand() != null) {
                    collect(choice.operand());
                }
                if (choice.otherwise() != null) {
                    collect(choice.otherwise());
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Precision;
import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.Parser;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT with placeholders. For one thread at a time. */
final class PreparedInsert implements PreparedStatement.Prepared {

    private static final int NO_TABLE = 0x2603;

    private final SqlEngine engine;
    private final SchemaLookup lookup;
    private final Insert insert;
    private final ColumnByColumn columns = new ColumnByColumn();
    private @Nullable InsertShape shape;
    private BoundRows rows = new BoundRows();
    private boolean hasRun;
    /** For good, even if the columns are changed back. */
    private boolean outdated;

    private PreparedInsert(SqlEngine engine, SchemaLookup lookup, Insert insert) {
        this.engine = engine;
        this.lookup = lookup;
        this.insert = insert;
    }

    static PreparedInsert parse(SqlEngine engine, SchemaLookup lookup, String sql) {
        if (!(Parser.parsePrepared(sql, Expr.Placeholder::new) instanceof Insert insert)) {
            throw SqlException.notSupported("A prepared INSERT with SELECT");
        }
        if (insert.targets().size() != 1 || insert.targets().get(0).rows().size() != 1) {
            throw SqlException.notSupported("A prepared INSERT of several tables or rows");
        }
        return new PreparedInsert(engine, lookup, insert);
    }

    private Insert.Target target() {
        return insert.targets().get(0);
    }

    /** Whether the statement says nothing about its tables. */
    private boolean isOpen() {
        return target().table().equals(TableName.PLACEHOLDER) && target().using() == null;
    }

    @Override
    public Description describe(SessionState session) {
        try {
            if (isOpen()) {
                throw Scope.noTable();
            }
            List<StatementField> fields = shape(engine.newScope(session)).fields();
            return new Description(true, fields, fields.size());
        } catch (SqlException e) {
            throw e.code() == NO_TABLE ? new SqlException(0x022b, "Table does not exist") : e;
        }
    }

    @Override
    public boolean isInsert() {
        return true;
    }

    private InsertShape shape(Scope scope) {
        InsertShape known = shape;
        if (known == null) {
            known = InsertShape.of(scope, insert, target().table());
            shape = known;
        }
        return known;
    }

    @Override
    public List<StatementField> fields(SessionState session, BoundName table) {
        return shape(engine.newScope(session), table).fields();
    }

    private InsertShape shape(Scope scope, BoundName table) {
        return isOpen() ? InsertShape.of(scope, insert, table.require()) : shape(scope);
    }

    @Override
    public void bind(SessionState session, int column, List<BoundTable> tables) {
        Scope scope = engine.newScope(session);
        for (BoundTable table : column == Stmt2Bind.ALL_COLUMNS ? tables : whole(scope, column, tables)) {
            BoundName name = BoundName.of(table.name());
            rows.add(scope, shape(scope, name), name, table);
        }
    }

    /** The tables of which no column is missing any more. */
    private List<BoundTable> whole(Scope scope, int column, List<BoundTable> tables) {
        if (tables.size() != 1 || !columns.isNext(column)) {
            throw SqlException.notSupported("Binding columns out of their order or of several tables");
        }
        columns.add(tables.get(0));
        BoundTable begun = columns.table();
        long wanted = shape(scope, BoundName.of(begun.name())).slots(StatementField.Role.COLUMN).stream()
                .filter(Slot::isBound)
                .count();
        if (begun.columns().size() < wanted) {
            return List.of();
        }
        columns.clear();
        return List.of(begun);
    }

    @Override
    public long execute(SessionState session) {
        if (rows.isEmpty() || columns.isBegun()) {
            throw PreparedStatement.misuse();
        }
        BoundRows bound = rows;
        rows = new BoundRows();
        requireSameSchema();
        hasRun = true;
        return bound.write(engine.newScope(session).now());
    }

    private void requireSameSchema() {
        InsertShape known = shape;
        SuperTable superTable = known == null ? null : known.superTable();
        if (known == null || superTable == null) {
            return;
        }
        if (known.database().findSuperTable(superTable.name()) != superTable) {
            throw Scope.noTable();
        }
        outdated = outdated
                || (lookup == SchemaLookup.ONCE && !superTable.columns().equals(known.columns()));
        if (outdated) {
            throw new SqlException(0x061b, "Table schema is old");
        }
    }

    @Override
    public StatementResult.Rows result() {
        if (!hasRun) {
            throw PreparedStatement.misuse();
        }
        return new StatementResult.Rows(List.of(), Precision.MILLISECOND, Collections.emptyIterator());
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.Table;
import java.util.function.Predicate;

/** A condition on the tags and the names of the child tables of a super table. Immutable and thread-safe. */
public final class TablePredicate implements Predicate<Table> {

    private final Evaluator condition;

    private TablePredicate(Evaluator condition) {
        this.condition = condition;
    }

    /** Compiles the condition; one that reads rows is not supported. */
    public static TablePredicate compile(Scope scope, String user, TableName superTable, Expr condition) {
        Source source = Source.of(scope, new Select.TableSource(superTable, null));
        RowLeaves leaves = new RowLeaves(source);
        Evaluator compiled = new ExpressionCompiler(leaves, SelectExecutor.contextOf(scope, user, source.precision()))
                .compile(condition);
        if (leaves.readsRows()) {
            throw SqlException.notSupported("a super table topic with a condition on rows");
        }
        return new TablePredicate(compiled);
    }

    /** Whether the table meets the condition with the values that its tags have now. */
    @Override
    public boolean test(Table table) {
        Frame frame = new Frame();
        frame.table = table;
        return Scan.isTrue(condition.value(frame));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries. Thread-safe. */
public final class SelectExecutor {

    /**
     * Runs a query; nothing of it has been read when this returns.
     *
     * @param user who asks, for {@code current_user()}
     * @throws SqlException if it is wrong, or asks for what this server does not have
     */
    public QueryRows execute(Scope scope, String user, Query query) {
        if (!(query instanceof Select select)) {
            throw SqlException.notSupported("UNION");
        }
        refuseWhatIsMissing(select);
        if (select.from() == null) {
            return withoutTable(scope, user, select);
        }
        Source source = Source.of(scope, select.from());
        EvaluationContext context = contextOf(scope, user, source.precision());
        SelectList list = SelectList.of(select.items(), source);
        if (isGrouped(select, list)) {
            GroupedQuery grouped = new GroupedQuery(select, list, source, context);
            return new QueryRows(grouped.projection().columns(), source.precision(), grouped.rows());
        }
        PlainQuery plain = new PlainQuery(select, list, source, context);
        return new QueryRows(plain.projection().columns(), source.precision(), plain.rows());
    }

    static EvaluationContext contextOf(Scope scope, String user, Precision precision) {
        return new EvaluationContext(precision, scope.zone(), scope.now(), user, scope.currentDatabase());
    }

    private static void refuseWhatIsMissing(Select select) {
        if (select.quantifier() == Select.Quantifier.TAGS || select.quantifier() == Select.Quantifier.DISTINCT_TAGS) {
            throw SqlException.notSupported("SELECT TAGS");
        }
        if (select.partitionLimit() != null) {
            throw SqlException.notSupported("SLIMIT");
        }
    }

    static boolean isGrouped(Select select, SelectList list) {
        List<Expr.FunctionCall> aggregates = new ArrayList<>();
        list.items().forEach(item -> AggregateFinder.find(item.expr(), aggregates));
        return !aggregates.isEmpty()
                || !select.groupBy().isEmpty()
                || select.window() != null
                || select.having() != null;
    }

    private static QueryRows withoutTable(Scope scope, String user, Select select) {
        EvaluationContext context = contextOf(scope, user, Precision.MILLISECOND);
        ExpressionCompiler compiler = new ExpressionCompiler(SelectExecutor::noLeaf, context);
        Projection projection = Projection.of(new SelectList(select.items()), select.orderBy(), compiler);
        Frame frame = new Frame();
        Evaluator where = select.where() == null ? null : compiler.compile(select.where());
        boolean any = where == null || Scan.isTrue(where.value(frame));
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (any) {
            rows.add(projection.shown(projection.row(frame)));
        }
        return new QueryRows(
                projection.columns(),
                Precision.MILLISECOND,
                RowLimit.of(rows, select.limit()).iterator());
    }

    private static @Nullable Evaluator noLeaf(Expr expr) {
        if (expr instanceof Expr.FunctionCall call && Aggregate.named(call.name()) != null) {
            throw SqlException.notSupported("an aggregate without a table");
        }
        return null;
    }
}

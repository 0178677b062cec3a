// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs queries. Thread-safe. */
public final class SelectExecutor {

    private final SystemTables systemTables;

    public SelectExecutor(SystemTables systemTables) {
        this.systemTables = systemTables;
    }

    /**
     * Runs a query. A plain selection reads its rows while they are asked for, everything else has read them when this
     * returns.
     *
     * @param user who asks, for {@code current_user()}
     * @throws SqlException if it is wrong, or asks for what this server does not have
     */
    public QueryRows execute(Scope scope, String user, Query query) {
        return new Run(scope, user, systemTables).execute(query).rows();
    }

    /**
     * A result with where it comes from.
     *
     * @param items one for each column
     * @param timeFirst whether the first column is the timestamp of the rows below
     */
    private record Result(QueryRows rows, List<SelectItem> items, boolean timeFirst) {}

    /** One statement, whose queries all see the same moment; one thread's. */
    private record Run(Scope scope, String user, SystemTables systemTables) {

        Result execute(Query query) {
            if (query instanceof Select select) {
                return select(select);
            }
            Query.Union union = (Query.Union) query;
            Result left = execute(union.left());
            Result right = execute(union.right());
            EvaluationContext context = contextOf(scope, user, left.rows().precision());
            QueryRows rows = new UnionQuery(union, left.rows(), right.rows(), context).rows();
            return new Result(rows, left.items(), false);
        }

        private Result select(Select select) {
            refuseWhatIsMissing(select);
            if (select.from() == null) {
                return new Result(withoutTable(scope, user, select), select.items(), false);
            }
            Source source = source(select, select.from());
            EvaluationContext context = contextOf(scope, user, source.precision());
            SelectList list = SelectList.of(select.items(), source, scope.mode());
            boolean timeFirst = isTime(list.items().get(0).expr(), source);
            return new Result(rows(select, list, source, context), list.items(), timeFirst);
        }

        private static QueryRows rows(Select select, SelectList list, Source source, EvaluationContext context) {
            JoinPlan.checkUse(select, isGrouped(select, list));
            if (SeriesRules.isSeries(list)) {
                SeriesQuery series = new SeriesQuery(select, list, source, context);
                return new QueryRows(series.projection().columns(), source.precision(), series.rows());
            }
            if (isGrouped(select, list)) {
                GroupedQuery grouped = new GroupedQuery(select, list, source, context);
                return new QueryRows(grouped.projection().columns(), source.precision(), grouped.rows());
            }
            PlainQuery plain = new PlainQuery(select, list, source, context);
            return new QueryRows(plain.projection().columns(), source.precision(), plain.rows());
        }

        private Source source(Select select, Select.Source from) {
            if (from instanceof Select.JoinSource join) {
                JoinPlan plan = new JoinPlan(select.where(), this::member, unit -> contextOf(scope, user, unit));
                return plan.source(join);
            }
            return member(from);
        }

        private Source member(Select.Source from) {
            if (from instanceof Select.TableSource table
                    && Scope.isSystemDatabase(scope.databaseNameOf(table.table()))) {
                DerivedTable rows = DerivedTable.of(systemTables.read(scope, table.table()));
                return Source.of(rows, table.alias() == null ? table.table().name() : table.alias());
            }
            if (!(from instanceof Select.SubquerySource subquery)) {
                return Source.of(scope, from);
            }
            Result inner = execute(subquery.query());
            DerivedTable derived = DerivedTable.read(inner.rows(), inner.items(), inner.timeFirst());
            return Source.of(derived, subquery.alias());
        }

        private static boolean isTime(Expr expr, Source source) {
            if (expr instanceof Expr.PseudoColumn column) {
                return Set.of("_wstart", "_rowts", "_c0").contains(column.name());
            }
            if (!(expr instanceof Expr.ColumnReference column)) {
                return false;
            }
            return source.derived() == null
                    ? column.name().equals(source.columns().get(0).name())
                    : source.derived().isTimeFirst() && source.derived().indexOf(column.table(), column.name()) == 0;
        }
    }

    static EvaluationContext contextOf(Scope scope, String user, Precision precision) {
        return new EvaluationContext(
                precision,
                scope.zone(),
                scope.catalog().zone(),
                scope.now(),
                user,
                scope.currentDatabase(),
                scope.catalog().version(),
                true);
    }

    private static void refuseWhatIsMissing(Select select) {
        if (select.partitionLimit() != null && select.partitionBy().isEmpty()) {
            throw select.groupBy().isEmpty()
                    ? new SqlException(0x2638, "slimit/soffset only available for PARTITION/GROUP BY query")
                    : SqlException.notSupported("SLIMIT with GROUP BY");
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
        EvaluationContext context =
                contextOf(scope, user, Precision.MILLISECOND).withoutTable();
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
        if (expr instanceof Expr.FunctionCall call && Aggregates.named(call.name()) != null) {
            throw SqlException.notSupported("an aggregate without a table");
        }
        return null;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.ConnectionMode;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of a topic: it makes of the rows that are written to a table those that the topic delivers. Its columns are
 * those of the moment when the topic was created. Immutable and thread-safe.
 */
public final class TopicPlan {

    private final Source source;
    private final Scan.Filter filter;
    private final Projection projection;

    private TopicPlan(Source source, Scan.Filter filter, Projection projection) {
        this.source = source;
        this.filter = filter;
        this.projection = projection;
    }

    /**
     * Compiles the query of a topic.
     *
     * @throws SqlException 0x2639 if it is more than a selection of columns and rows of one table or super table
     */
    public static TopicPlan compile(Scope scope, String user, Select select) {
        if (select.from() == null || !isSimple(select)) {
            throw invalid();
        }
        Source source = Source.of(scope, select.from());
        SelectList list = SelectList.of(select.items(), source, ConnectionMode.NORMAL);
        List<Expr.FunctionCall> aggregates = new ArrayList<>();
        list.items().forEach(item -> AggregateFinder.find(item.expr(), aggregates));
        if (!aggregates.isEmpty() || SeriesRules.isSeries(list)) {
            throw invalid();
        }
        EvaluationContext context = SelectExecutor.contextOf(scope, user, source.precision());
        Scan.Filter filter = new Scan.Filter(source, context, select.where());
        ExpressionCompiler compiler = new ExpressionCompiler(new RowLeaves(source), context);
        return new TopicPlan(source, filter, Projection.of(list, List.of(), compiler));
    }

    private static boolean isSimple(Select select) {
        boolean noGroups = select.groupBy().isEmpty() && select.partitionBy().isEmpty() && select.window() == null;
        boolean noOrder = select.orderBy().isEmpty() && select.limit() == null && select.partitionLimit() == null;
        return noGroups && noOrder && select.having() == null && select.quantifier() == Select.Quantifier.ALL;
    }

    private static SqlException invalid() {
        return new SqlException(0x2639, "Invalid topic query");
    }

    public List<Column> columns() {
        return projection.columns();
    }

    public Precision precision() {
        return source.precision();
    }

    /** The rows that the topic delivers of these rows of a table; empty if it covers none of them. */
    public List<@Nullable Object[]> apply(Table table, TableRows rows) {
        List<@Nullable Object[]> delivered = new ArrayList<>();
        if (!source.covers(table)) {
            return delivered;
        }
        Frame frame = new Frame();
        frame.table = table;
        frame.rows = rows;
        for (frame.row = 0; frame.row < rows.count(); frame.row++) {
            if (filter.accepts(frame)) {
                delivered.add(projection.row(frame));
            }
        }
        return delivered;
    }
}

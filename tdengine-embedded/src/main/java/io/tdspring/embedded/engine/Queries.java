// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.embedded.exec.QueryRows;
import io.tdspring.embedded.exec.SelectExecutor;
import io.tdspring.embedded.exec.TopicPlan;
import io.tdspring.embedded.sql.Query;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.store.Catalog;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.tmq.DeliveredBlock;
import io.tdspring.embedded.tmq.TopicQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SELECT answers, at once or for a topic; thread-safe. */
final class Queries {

    private final Catalog catalog;
    private final SelectExecutor executor = new SelectExecutor();

    Queries(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The rows of a query. */
    StatementResult run(SessionState session, Query query) {
        QueryRows rows = executor.execute(scopeOf(session), session.user(), query);
        return new StatementResult.Rows(rows.columns(), rows.precision(), rows.rows());
    }

    /**
     * What a topic makes of rows.
     *
     * @throws io.tdspring.embedded.sql.SqlException 0x2639 if it is no query for a topic
     */
    TopicQuery compile(SessionState session, Select select) {
        TopicPlan plan = TopicPlan.compile(scopeOf(session), session.user(), select);
        return (table, rows) -> {
            List<@Nullable Object[]> delivered = plan.apply(table, rows);
            return delivered.isEmpty() ? null : new DeliveredBlock(null, plan.columns(), plan.precision(), delivered);
        };
    }

    private Scope scopeOf(SessionState session) {
        return new Scope(
                catalog, session.database(), session.zone(), catalog.clock().instant());
    }
}

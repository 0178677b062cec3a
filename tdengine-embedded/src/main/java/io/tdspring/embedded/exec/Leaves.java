// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import org.jspecify.annotations.Nullable;

/** Knows the expressions that are not computed from others: columns, tags, pseudo-columns, aggregates. */
@FunctionalInterface
interface Leaves {

    /**
     * The evaluator of such an expression, or null if it is computed from others.
     *
     * @throws io.tdspring.embedded.sql.SqlException 0x2602 for an unknown column, and what else is wrong with it
     */
    @Nullable
    Evaluator leaf(Expr expr);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.store.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition after ON, asked of two rows side by side. One thread's. */
final class PairFilter {

    private final @Nullable Evaluator condition;
    private final Frame frame = new Frame();
    private final PairRow pair = new PairRow();

    private PairFilter(@Nullable Evaluator condition) {
        this.condition = condition;
        this.frame.rows = pair;
    }

    /** @param condition null if there is none */
    static PairFilter of(@Nullable Expr condition, JoinLayout layout, EvaluationContext context) {
        if (condition == null) {
            return new PairFilter(null);
        }
        Source source = Source.of(DerivedTable.joined(layout, List.of(), false), layout.names());
        ExpressionCompiler compiler = new ExpressionCompiler(new RowLeaves(source), context);
        return new PairFilter(JsonValues.asCondition(compiler.compile(condition)));
    }

    boolean accepts(@Nullable Object[] row) {
        pair.cells = row;
        return condition == null || Scan.isTrue(condition.value(frame));
    }

    /** The one row that is asked about. */
    private static final class PairRow implements TableRows {

        private @Nullable Object[] cells = new @Nullable Object[0];

        @Override
        public int count() {
            return 1;
        }

        @Override
        public long timestamp(int row) {
            return JoinInput.timestamp(cells, 0);
        }

        @Override
        public @Nullable Object value(int row, int column) {
            return cells[column];
        }
    }
}

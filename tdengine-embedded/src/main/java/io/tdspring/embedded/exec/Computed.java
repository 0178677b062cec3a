// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression computed from others. */
record Computed(Column type, boolean isCondition, Formula formula) implements Evaluator {

    /** How the value comes from the frame. */
    @FunctionalInterface
    interface Formula {

        @Nullable
        Object value(Frame frame);
    }

    /** Of one operand that is not NULL. */
    @FunctionalInterface
    interface OfOne {

        @Nullable
        Object value(Object operand);
    }

    /** Of operands none of which is NULL. */
    @FunctionalInterface
    interface OfMany {

        @Nullable
        Object value(Object[] operands);
    }

    static Computed value(DataType type, Formula formula) {
        return new Computed(Column.of("", type), false, formula);
    }

    static Computed value(Column type, Formula formula) {
        return new Computed(type, false, formula);
    }

    static Computed condition(Formula formula) {
        return new Computed(Column.of("", DataType.BOOL), true, formula);
    }

    /** NULL if the operand is; else what the formula makes of it. */
    static Computed of(Column type, Evaluator operand, OfOne formula) {
        return new Computed(type, false, frame -> {
            Object value = operand.value(frame);
            return value == null ? null : formula.value(value);
        });
    }

    /** NULL if one of the operands is; else what the formula makes of them. */
    static Computed of(Column type, List<Evaluator> operands, OfMany formula) {
        Evaluator[] all = operands.toArray(new Evaluator[0]);
        return new Computed(type, false, frame -> {
            Object[] values = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                Object value = all[i].value(frame);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return formula.value(values);
        });
    }

    @Override
    public @Nullable Object value(Frame frame) {
        return formula.value(frame);
    }
}

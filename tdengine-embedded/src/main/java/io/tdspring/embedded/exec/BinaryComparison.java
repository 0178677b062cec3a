// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.BinaryText;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Comparisons of VARBINARY, GEOMETRY and BLOB, for which a constant text stands for bytes. */
final class BinaryComparison {

    private static final int GEOMETRY_ORDER = 0x0731;

    private BinaryComparison() {}

    static boolean isBinary(Evaluator evaluator) {
        DataType type = evaluator.type().type();
        return type == DataType.VARBINARY || type == DataType.GEOMETRY || type == DataType.BLOB;
    }

    /** A comparison at least one side of which is binary. */
    static Evaluator compile(BinaryOperator operator, IntPredicate verdict, Evaluator left, Evaluator right) {
        if (left.type().type() == DataType.BLOB || right.type().type() == DataType.BLOB) {
            throw Arithmetic.invalidOperation();
        }
        Evaluator a = adapted(left, right.type().type());
        Evaluator b = adapted(right, left.type().type());
        DataType type = a.type().type();
        if (type != b.type().type()) {
            throw SqlException.notSupported(
                    "comparison of " + left.type().type().typeName() + " with "
                            + right.type().type().typeName());
        }
        if (type == DataType.GEOMETRY && operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL) {
            throw new SqlException(GEOMETRY_ORDER, "Geometry not support in this operator");
        }
        return Computed.condition(frame -> {
            Object x = a.value(frame);
            Object y = b.value(frame);
            return x != null && y != null && verdict.test(Arrays.compareUnsigned((byte[]) x, (byte[]) y));
        });
    }

    private static Evaluator adapted(Evaluator evaluator, DataType other) {
        if (!(evaluator instanceof Constant constant)
                || !(constant.value() instanceof String text)
                || constant.type().type() != DataType.VARCHAR) {
            return evaluator;
        }
        byte @Nullable [] bytes = other == DataType.GEOMETRY ? BinaryText.geometry(text) : BinaryText.bytes(text);
        if (bytes == null) {
            throw SqlException.notSupported("comparison of " + other.typeName() + " with such a text");
        }
        return Constant.of(other, bytes);
    }
}

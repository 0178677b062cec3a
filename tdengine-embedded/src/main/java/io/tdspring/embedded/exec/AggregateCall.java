// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.util.function.Function;

/** A call of an aggregate function whose arguments are still to be checked. Immutable. */
record AggregateCall(Expr.FunctionCall expr, Function<Expr, Evaluator> compiler, EvaluationContext context) {

    private static final int WRONG_COUNT = 0x2801;
    private static final int WRONG_TYPE = 0x2802;
    private static final int WRONG_VALUE = 0x2803;
    private static final int OUT_OF_RANGE = 0x2811;

    String name() {
        return expr.name();
    }

    int size() {
        return expr.arguments().size();
    }

    Expr written(int index) {
        return expr.arguments().get(index);
    }

    /** @throws SqlException 0x2801 unless there are so many arguments */
    void requireSize(int least, int most) {
        if (size() < least || size() > most) {
            throw new SqlException(WRONG_COUNT, "Invalid number of parameters : " + name());
        }
    }

    /** The only argument. */
    Evaluator only() {
        requireSize(1, 1);
        return argument(0);
    }

    Evaluator argument(int index) {
        return compiler.apply(written(index));
    }

    /** A number that is the same for all rows. */
    double constant(int index) {
        if (!(argument(index) instanceof Constant constant) || constant.value() == null) {
            throw SqlException.notSupported("a parameter of " + name() + " that is not a number");
        }
        if (!NumberTypes.isNumber(constant.type().type())) {
            throw wrongType();
        }
        return NumberTypes.toDouble(constant.value());
    }

    /**
     * An integer that is the same for all rows.
     *
     * @throws SqlException 0x2811 if it is out of range
     */
    int whole(int index, int least, int most) {
        double number = constant(index);
        if (!argument(index).type().type().isInteger()) {
            throw SqlException.notSupported("a parameter of " + name() + " that is not an integer");
        }
        if (number < least || number > most) {
            throw outOfRange();
        }
        return (int) number;
    }

    /** A text that is the same for all rows. */
    String text(int index) {
        if (!(argument(index) instanceof Constant constant) || !(constant.value() instanceof String text)) {
            throw SqlException.notSupported("a parameter of " + name() + " that is not a text");
        }
        return text;
    }

    SqlException wrongValue() {
        return new SqlException(WRONG_VALUE, "Invalid parameter value : " + name());
    }

    SqlException outOfRange() {
        return new SqlException(OUT_OF_RANGE, "Invalid parameter range : " + name());
    }

    /** @throws SqlException 0x2802 unless the value is an integer, FLOAT or DOUBLE; 0x0100 for the literal NULL */
    void requireNumber(Evaluator value) {
        requireTyped(value);
        if (!NumberTypes.isNumber(value.type().type())) {
            throw wrongType();
        }
    }

    /** @throws SqlException 0x0100 for the literal NULL and JSON */
    void requireTyped(Evaluator value) {
        if (isUntypedNull(value)) {
            throw SqlException.notSupported(name() + " of NULL");
        }
        if (value.type().type() == DataType.JSON) {
            throw SqlException.notSupported(name() + " of JSON");
        }
    }

    static boolean isUntypedNull(Evaluator value) {
        Column type = value.type();
        return type.type() == DataType.VARCHAR && type.length() == 0;
    }

    SqlException wrongType() {
        return new SqlException(WRONG_TYPE, "Invalid parameter data type : " + name());
    }
}

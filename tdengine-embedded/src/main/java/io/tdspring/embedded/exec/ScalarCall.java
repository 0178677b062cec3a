// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.util.List;
import java.util.function.Predicate;

/** A call of a scalar function whose arguments are compiled. Immutable. */
record ScalarCall(Expr.FunctionCall call, List<Evaluator> arguments, EvaluationContext context) {

    private static final int WRONG_COUNT = 0x2801;
    private static final int WRONG_TYPE = 0x2802;

    String name() {
        return call.name();
    }

    int count() {
        return arguments.size();
    }

    Evaluator argument(int index) {
        return arguments.get(index);
    }

    DataType type(int index) {
        return argument(index).type().type();
    }

    /** The argument as it is written, for those that must be literals. */
    Expr written(int index) {
        return call.arguments().get(index);
    }

    void requireCount(int least, int most) {
        if (count() < least || count() > most) {
            throw new SqlException(WRONG_COUNT, "Invalid number of parameters : " + name());
        }
    }

    /** All arguments of a type that suits; NULL without a type suits nobody here. */
    void requireTypes(Predicate<DataType> suits) {
        for (int i = 0; i < count(); i++) {
            requireType(i, suits);
        }
    }

    void requireType(int index, Predicate<DataType> suits) {
        Evaluator argument = argument(index);
        if (argument.isCondition()
                || isNull(index)
                || !suits.test(argument.type().type())) {
            throw wrongType();
        }
    }

    /** Whether the argument is the literal NULL. */
    boolean isNull(int index) {
        return written(index) instanceof Expr.Literal literal && literal.value() == null;
    }

    SqlException wrongType() {
        return new SqlException(WRONG_TYPE, "Invalid parameter data type : " + name());
    }

    SqlException notSupported(String why) {
        return SqlException.notSupported(name() + " " + why);
    }

    /** NULL if one of the arguments is; else what the formula makes of them. */
    Evaluator computed(DataType type, Computed.OfMany formula) {
        return computed(Column.of("", type), formula);
    }

    /** NULL if one of the arguments is; else what the formula makes of them. */
    Evaluator computed(Column type, Computed.OfMany formula) {
        return Computed.of(type, arguments, formula);
    }
}

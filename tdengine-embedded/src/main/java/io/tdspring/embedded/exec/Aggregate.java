// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The aggregate functions, with the types that TDengine gives their results. */
enum Aggregate {
    COUNT {
        @Override
        Column type(Column argument) {
            return Column.of("", DataType.BIGINT);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Count(argument);
        }
    },
    SUM {
        @Override
        Column type(Column argument) {
            return switch (number(argument)) {
                case UTINYINT, USMALLINT, UINT, UBIGINT -> Column.of("", DataType.UBIGINT);
                case FLOAT, DOUBLE -> Column.of("", DataType.DOUBLE);
                default -> Column.of("", DataType.BIGINT);
            };
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Sum(argument, type(argument.type()).type());
        }
    },
    AVG {
        @Override
        Column type(Column argument) {
            requireNotBool(argument);
            number(argument);
            return Column.of("", DataType.DOUBLE);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Average(argument);
        }
    },
    STDDEV {
        @Override
        Column type(Column argument) {
            requireNotBool(argument);
            number(argument);
            return Column.of("", DataType.DOUBLE);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return argument.type().type().isInteger()
                    ? new Accumulators.IntegerDeviation(argument)
                    : new Accumulators.Deviation(argument);
        }
    },
    SPREAD {
        @Override
        Column type(Column argument) {
            if (argument.type() != DataType.TIMESTAMP) {
                requireNotBool(argument);
                number(argument);
            }
            return Column.of("", DataType.DOUBLE);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Spread(argument);
        }
    },
    MIN(true) {
        @Override
        Column type(Column argument) {
            return ordered(argument);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Extreme(argument, -1);
        }
    },
    MAX(true) {
        @Override
        Column type(Column argument) {
            return ordered(argument);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Extreme(argument, 1);
        }
    },
    FIRST(true) {
        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Outermost(argument, -1, false);
        }
    },
    LAST(true) {
        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Outermost(argument, 1, false);
        }
    },
    LAST_ROW(true) {
        @Override
        Column type(Column argument) {
            if (isUntypedNull(argument)) {
                throw wrongType();
            }
            return super.type(argument);
        }

        @Override
        Accumulator accumulator(Evaluator argument) {
            return new Accumulators.Outermost(argument, 1, true);
        }
    };

    private final boolean selecting;

    Aggregate() {
        this(false);
    }

    Aggregate(boolean selecting) {
        this.selecting = selecting;
    }

    /** The function of this name in lower case, or null if it is no aggregate that this server has. */
    static @Nullable Aggregate named(String name) {
        for (Aggregate aggregate : values()) {
            if (aggregate.sqlName().equals(name)) {
                return aggregate;
            }
        }
        return null;
    }

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the result is the value of one row, whose other columns may stand beside it. */
    boolean isSelecting() {
        return selecting;
    }

    /** Whether the result depends on the order of time. */
    boolean isByTime() {
        return this == FIRST || this == LAST || this == LAST_ROW;
    }

    /**
     * The type of the result.
     *
     * @throws SqlException 0x2802 if the argument has the wrong type
     */
    Column type(Column argument) {
        if (argument.type() == DataType.JSON) {
            throw SqlException.notSupported(sqlName() + " of JSON");
        }
        if (isUntypedNull(argument)) {
            throw SqlException.notSupported(sqlName() + " of NULL");
        }
        return argument;
    }

    /** Collects the values of one group; {@code count(*)} counts a constant. */
    abstract Accumulator accumulator(Evaluator argument);

    final DataType number(Column argument) {
        DataType type = argument.type();
        if (type.isDecimal()) {
            throw SqlException.notSupported(sqlName() + " of a DECIMAL");
        }
        boolean number = type.isInteger() || type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.BOOL;
        if (isUntypedNull(argument)) {
            throw SqlException.notSupported(sqlName() + " of NULL");
        }
        if (!number) {
            throw wrongType();
        }
        return type;
    }

    final void requireNotBool(Column argument) {
        if (argument.type() == DataType.BOOL) {
            throw wrongType();
        }
    }

    /** The type of a value that is less or greater than others. */
    final Column ordered(Column argument) {
        DataType type = argument.type();
        boolean ordered = NumberTypes.isNumber(type)
                || NumberTypes.isString(type)
                || type.isDecimal()
                || type == DataType.VARBINARY;
        if (!ordered) {
            throw wrongType();
        }
        if (isUntypedNull(argument)) {
            throw SqlException.notSupported(sqlName() + " of NULL");
        }
        return argument;
    }

    static boolean isUntypedNull(Column argument) {
        return argument.type() == DataType.VARCHAR && argument.length() == 0;
    }

    final SqlException wrongType() {
        return new SqlException(0x2802, "Invalid parameter data type : " + sqlName());
    }
}

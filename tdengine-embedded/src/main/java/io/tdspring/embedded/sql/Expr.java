// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Trees are immutable and equal when they mean the same, whatever their spelling: {@code AVG( v )}
 * equals {@code avg(v)}, so that expressions of GROUP BY and ORDER BY can be found in the select list.
 *
 * <p>The name of an unaliased column is not here but in {@link SelectItem#text()}. Parentheses leave no trace.
 */
public sealed interface Expr {

    /**
     * A constant. In INSERT and TAGS the sign of a number belongs to the literal, elsewhere {@code -5} is a
     * {@link Unary}.
     *
     * @param value null, Boolean, Long, BigInteger (beyond 64 bits signed), Double or String
     * @param text a number as written, for rounding and DECIMAL, with its sign if that belongs to it and as
     *     {@code 0x1f} or {@code 0b101} if so written; a string's content; else the keyword
     * @param position of the first character in the statement's text, see {@link Insert#rest(int)}
     */
    record Literal(@Nullable Object value, String text, int position) implements Expr {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Literal literal
                    && (value == null ? literal.value == null : value.equals(literal.value));
        }

        @Override
        public int hashCode() {
            return value == null ? 0 : value.hashCode();
        }

        /** Whether this is a string: only these show themselves, and not the rest of the statement, in errors. */
        public boolean isString() {
            return value instanceof String;
        }

        /** Whether this is an integer or a fraction. */
        public boolean isNumber() {
            return value instanceof Long || value instanceof BigInteger || value instanceof Double;
        }
    }

    /**
     * {@code ?} in a prepared statement, which is no value yet.
     *
     * @param index how many others precede it in the statement
     */
    record Placeholder(int index) implements Expr {}

    /** A constant of type TIMESTAMP: {@code TIMESTAMP '2024-05-06 07:08:09'}; the text is not checked yet. */
    record TimestampLiteral(String value) implements Expr {}

    /**
     * A span of time: {@code 5m}.
     *
     * @param unit one of b (nanosecond), u, a (millisecond), s, m, h, d, w, n (month), y
     */
    record DurationLiteral(long amount, char unit) implements Expr {}

    /**
     * A column or tag by its name, or a select item by its alias.
     *
     * @param table a table's name or alias before the point, else null
     */
    record ColumnReference(@Nullable String table, String name) implements Expr {}

    /**
     * What TDengine knows of a row or window without a column for it; never back-quoted, so that it can't be confused
     * with a column of that name.
     *
     * @param table a table's name or alias before the point, else null
     * @param name {@code tbname, _rowts, _c0, _qstart, _qend, _qduration, _wstart, _wend, _wduration, _irowts,
     *     _irowts_origin, _isfilled}
     */
    record PseudoColumn(@Nullable String table, String name) implements Expr {}

    /**
     * All columns: {@code *} or {@code t.*}, in a select list or as the only argument of a function.
     *
     * @param table a table's name or alias before the point, else null
     */
    record Star(@Nullable String table) implements Expr {}

    /** An operator before its operand. */
    record Unary(UnaryOperator operator, Expr operand) implements Expr {}

    /** An operator between its operands. */
    record Binary(BinaryOperator operator, Expr left, Expr right) implements Expr {}

    /** {@code operand BETWEEN low AND high}; NOT BETWEEN is inside a {@link UnaryOperator#NOT}. */
    record Between(Expr operand, Expr low, Expr high) implements Expr {}

    /** {@code operand IN (…)}; NOT IN is inside a {@link UnaryOperator#NOT}. */
    record InList(Expr operand, List<Expr> candidates) implements Expr {

        public InList {
            candidates = List.copyOf(candidates);
        }
    }

    /** {@code operand IS NULL}; IS NOT NULL is inside a {@link UnaryOperator#NOT}. */
    record IsNull(Expr operand) implements Expr {}

    /**
     * A call: {@code avg(v)}, {@code count(*)}, {@code now()}, and {@code now} without parentheses, too.
     *
     * @param name in lower case
     */
    record FunctionCall(String name, List<Expr> arguments) implements Expr {

        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code CASE …}.
     *
     * @param operand what WHEN compares with, or null if each WHEN is a condition
     * @param otherwise after ELSE, or null
     */
    record CaseWhen(
            @Nullable Expr operand,
            List<When> whens,
            @Nullable Expr otherwise) implements Expr {

        public CaseWhen {
            whens = List.copyOf(whens);
        }
    }

    /** A branch of {@link CaseWhen}. */
    record When(Expr condition, Expr result) {}

    /** {@code CAST(operand AS type)}. */
    record Cast(Expr operand, TypeDefinition type) implements Expr {}

    /** The operators before an operand. */
    enum UnaryOperator {
        PLUS,
        MINUS,
        NOT
    }

    /** The operators between two operands. */
    enum BinaryOperator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER,
        BIT_AND,
        BIT_OR,
        /** The value of a key of a JSON tag: {@code j->'k'}. */
        JSON_VALUE,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LIKE,
        NOT_LIKE,
        MATCH,
        NOT_MATCH,
        /** A JSON tag has the key: {@code j CONTAINS 'k'}. */
        CONTAINS,
        AND,
        OR;

        /** Whether the result is a truth and not a value: comparisons, AND and OR. */
        public boolean isCondition() {
            return compareTo(EQUAL) >= 0;
        }
    }
}

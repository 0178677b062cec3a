// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr.Binary;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.Expr.CaseWhen;
import io.tdspring.embedded.sql.Expr.Cast;
import io.tdspring.embedded.sql.Expr.ColumnReference;
import io.tdspring.embedded.sql.Expr.DurationLiteral;
import io.tdspring.embedded.sql.Expr.FunctionCall;
import io.tdspring.embedded.sql.Expr.InList;
import io.tdspring.embedded.sql.Expr.IsNull;
import io.tdspring.embedded.sql.Expr.Literal;
import io.tdspring.embedded.sql.Expr.PseudoColumn;
import io.tdspring.embedded.sql.Expr.Star;
import io.tdspring.embedded.sql.Expr.TimestampLiteral;
import io.tdspring.embedded.sql.Expr.Unary;
import io.tdspring.embedded.sql.Expr.UnaryOperator;
import io.tdspring.embedded.sql.Expr.When;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionParserTest {

    private static final Expr A = new ColumnReference(null, "a");
    private static final Expr B = new ColumnReference(null, "b");
    private static final Expr C = new ColumnReference(null, "c");

    @Test
    void bindsMultiplicationBeforeAdditionBeforeBitsBeforeComparison() {
        Expr product = new Binary(BinaryOperator.MULTIPLY, B, C);
        Expr sum = new Binary(BinaryOperator.ADD, A, product);
        Expr bits = new Binary(BinaryOperator.BIT_AND, A, sum);

        assertThat(parse("a & a + b * c = c")).isEqualTo(new Binary(BinaryOperator.EQUAL, bits, C));
        assertThat(parse("(a + b) * c"))
                .isEqualTo(new Binary(BinaryOperator.MULTIPLY, new Binary(BinaryOperator.ADD, A, B), C));
    }

    @Test
    void groupsEqualOperatorsFromTheLeft() {
        assertThat(parse("a - b - c"))
                .isEqualTo(new Binary(BinaryOperator.SUBTRACT, new Binary(BinaryOperator.SUBTRACT, A, B), C));
    }

    @Test
    void bindsNotBeforeAndBeforeOr() {
        Expr less = new Binary(BinaryOperator.LESS, A, B);
        Expr notLess = new Unary(UnaryOperator.NOT, less);

        assertThat(parse("a < b or not a < b and a < b"))
                .isEqualTo(new Binary(BinaryOperator.OR, less, new Binary(BinaryOperator.AND, notLess, less)));
    }

    @Test
    void putsNegatedPredicatesIntoNot() {
        assertThat(parse("a is not null")).isEqualTo(new Unary(UnaryOperator.NOT, new IsNull(A)));
        assertThat(parse("a not in (b, c)")).isEqualTo(new Unary(UnaryOperator.NOT, new InList(A, List.of(B, C))));
        assertThat(parse("a not between b and c")).isEqualTo(new Unary(UnaryOperator.NOT, new Expr.Between(A, B, C)));
        assertThat(parse("a not like b")).isEqualTo(new Binary(BinaryOperator.NOT_LIKE, A, B));
    }

    @Test
    void keepsNumbersExactly() {
        assertThat(parse("9223372036854775807")).isEqualTo(literal(Long.MAX_VALUE));
        assertThat(parse("9223372036854775808")).isEqualTo(literal(new BigInteger("9223372036854775808")));
        assertThat(parse("1.50")).isEqualTo(literal(1.5));
        assertThat(((Literal) parse("1.50")).text()).isEqualTo("1.50");
        assertThat(parse("-5")).isEqualTo(new Unary(UnaryOperator.MINUS, literal(5L)));
    }

    /** What the server stores for these is recorded in insert_strings. */
    @Test
    void unescapesStringsAsTheServerDoes() {
        assertThat(parse("'it''s'")).isEqualTo(literal("it's"));
        assertThat(parse("\"a\"\"b\"")).isEqualTo(literal("a\"b"));
        assertThat(parse("'a\\tb\\nc\\rd'")).isEqualTo(literal("a\tb\nc\rd"));
        assertThat(parse("'q\\qx \\0x'")).isEqualTo(literal("qqx 0x"));
        assertThat(parse("'p\\%x u\\_x \\x41'")).isEqualTo(literal("p\\%x u\\_x \\x41"));
        assertThat(parse("'bs\\\\x'")).isEqualTo(literal("bs\\x"));
    }

    @Test
    void readsConstantsOfTime() {
        assertThat(parse("now - 1h"))
                .isEqualTo(new Binary(
                        BinaryOperator.SUBTRACT, new FunctionCall("now", List.of()), new DurationLiteral(1, 'h')));
        assertThat(parse("timestamp '2024-05-06'")).isEqualTo(new TimestampLiteral("2024-05-06"));
    }

    @Test
    void tellsPseudoColumnsFromColumns() {
        assertThat(parse("TBNAME")).isEqualTo(new PseudoColumn(null, "tbname"));
        assertThat(parse("t._wstart")).isEqualTo(new PseudoColumn("t", "_wstart"));
        assertThat(parse("`tbname`")).isEqualTo(new ColumnReference(null, "tbname"));
        assertThat(parse("t.`A``b`")).isEqualTo(new ColumnReference("t", "A`b"));
    }

    @Test
    void readsFunctionsWithTheirOwnGrammar() {
        Expr x = literal("x");

        assertThat(parse("count(*)")).isEqualTo(call("count", new Star(null)));
        assertThat(parse("last(t.*, a)")).isEqualTo(call("last", new Star("t"), A));
        assertThat(parse("substring(a from b for c)")).isEqualTo(call("substring", A, B, C));
        assertThat(parse("position('x' in a)")).isEqualTo(call("position", x, A));
        assertThat(parse("trim(both 'x' from a)")).isEqualTo(call("trim", A, x, literal("both")));
        assertThat(parse("trim(leading from a)")).isEqualTo(call("trim", A, literal(" "), literal("leading")));
        assertThat(parse("cast(a as nchar(8))")).isEqualTo(new Cast(A, new TypeDefinition(DataType.NCHAR, 8, 0, 0)));
        assertThat(parse("case a when b then c else 'x' end")).isEqualTo(new CaseWhen(A, List.of(new When(B, C)), x));
    }

    @Test
    void findsSpellingsOfTheSameExpressionEqual() {
        assertThat(parse("AVG( A )+1.0")).isEqualTo(parse("avg(a) + 1.00"));
        assertThat(parse("a = 'x'")).isNotEqualTo(parse("a = 'X'"));
    }

    @Test
    void readsTheValueOfAJsonKey() {
        assertThat(parse("a->'k' is null"))
                .isEqualTo(new IsNull(new Binary(BinaryOperator.JSON_VALUE, A, literal("k"))));
        assertThat(parse("a contains 'k'")).isEqualTo(new Binary(BinaryOperator.CONTAINS, A, literal("k")));
    }

    @Test
    void refusesExpressionsThatCouldUseUpTheStack() {
        assertThatThrownBy(() -> parse("(".repeat(100_000))).hasMessageContaining("not supported");
        assertThatThrownBy(() -> parse("a" + "+a".repeat(100_000))).hasMessageContaining("not supported");
        assertThatThrownBy(() -> parse("- ".repeat(100_000))).hasMessageContaining("not supported");
        assertThatThrownBy(() -> parse("abs(".repeat(100_000))).hasMessageContaining("not supported");
    }

    private static Expr parse(String expression) {
        Select select = (Select) Parser.parse("select " + expression + " from t");
        return select.items().get(0).expr();
    }

    private static Literal literal(@Nullable Object value) {
        return new Literal(value, "", 0);
    }

    private static FunctionCall call(String name, Expr... arguments) {
        return new FunctionCall(name, List.of(arguments));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes evaluators of expressions: names are resolved, types found and constants computed once, so that rows cost as
 * little as possible. Immutable.
 */
final class ExpressionCompiler {

    private static final int INVALID_COLUMN = 0x2602;

    private final Leaves leaves;
    private final EvaluationContext context;

    ExpressionCompiler(Leaves leaves, EvaluationContext context) {
        this.leaves = leaves;
        this.context = context;
    }

    /** What stands in a select list: there, a condition that is neither true nor false is false. */
    static Evaluator projected(Evaluator evaluator) {
        if (!evaluator.isCondition()) {
            return evaluator;
        }
        return Computed.condition(frame -> Conditions.isTrue(evaluator.value(frame)));
    }

    /**
     * The evaluator of an expression.
     *
     * @throws SqlException if the expression is wrong, or something that this server does not have
     */
    Evaluator compile(Expr expr) {
        Evaluator leaf = leaves.leaf(expr);
        if (leaf != null) {
            return leaf;
        }
        if (expr instanceof Expr.Literal literal) {
            return Constant.of(literal);
        }
        if (expr instanceof Expr.TimestampLiteral literal) {
            return Constant.of(literal, context);
        }
        if (expr instanceof Expr.DurationLiteral duration) {
            return Constant.of(DataType.BIGINT, TimeUnits.value(duration, context.precision()));
        }
        if (expr instanceof Expr.ColumnReference column) {
            throw new SqlException(INVALID_COLUMN, "Invalid column name: " + column.name());
        }
        if (expr instanceof Expr.PseudoColumn column) {
            throw new SqlException(INVALID_COLUMN, "Invalid column name: " + column.name());
        }
        if (expr instanceof Expr.Star) {
            throw new SqlException(INVALID_COLUMN, "Invalid column name: *");
        }
        return computed(expr);
    }

    private Evaluator computed(Expr expr) {
        if (expr instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (expr instanceof Expr.FunctionCall call) {
            return call(call);
        }
        if (expr instanceof Expr.Cast cast) {
            Evaluator operand = compile(cast.operand());
            return folded(Casts.compile(operand, cast.type(), context), List.of(operand));
        }
        if (expr instanceof Expr.CaseWhen caseWhen) {
            return caseWhen(caseWhen);
        }
        if (expr instanceof Expr.IsNull isNull) {
            Evaluator operand = compile(isNull.operand());
            return folded(Conditions.isNull(operand), List.of(operand));
        }
        return range(expr);
    }

    private Evaluator range(Expr expr) {
        if (expr instanceof Expr.Between between) {
            Evaluator operand = compile(between.operand());
            Evaluator low = compile(between.low());
            Evaluator high = compile(between.high());
            return folded(Conditions.between(operand, low, high, context), List.of(operand, low, high));
        }
        if (expr instanceof Expr.InList in) {
            Evaluator operand = compile(in.operand());
            List<Evaluator> candidates = compileAll(in.candidates());
            return folded(Conditions.in(operand, candidates, context), with(operand, candidates));
        }
        throw SqlException.notSupported("such an expression");
    }

    private Evaluator unary(Expr.Unary unary) {
        Evaluator operand = compile(unary.operand());
        return switch (unary.operator()) {
            case NOT -> folded(Conditions.not(operand), List.of(operand));
            case MINUS -> folded(Arithmetic.negated(unary.operand(), operand), List.of(operand));
            case PLUS -> Arithmetic.unchanged(operand);
        };
    }

    private Evaluator binary(Expr.Binary binary) {
        Evaluator left = compile(binary.left());
        if (binary.operator() == Expr.BinaryOperator.JSON_VALUE) {
            return JsonValues.member(left, binary.right());
        }
        if (binary.operator() == Expr.BinaryOperator.CONTAINS) {
            return JsonValues.contains(left, binary.right());
        }
        if (TimeUnits.isCalendar(binary.right()) && left.type().type() == DataType.TIMESTAMP) {
            return folded(TimeUnits.shifted(binary, left, context), List.of(left));
        }
        Evaluator right = compile(binary.right());
        return folded(operation(binary.operator(), left, right), List.of(left, right));
    }

    private Evaluator operation(Expr.BinaryOperator operator, Evaluator left, Evaluator right) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> Arithmetic.compile(operator, left, right);
            case BIT_AND, BIT_OR -> Arithmetic.bits(operator, left, right);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                Comparison.compile(operator, left, right, context);
            case LIKE, NOT_LIKE, MATCH, NOT_MATCH -> Conditions.matches(operator, left, right);
            case AND -> Conditions.and(left, right);
            case OR -> Conditions.or(left, right);
            case CONTAINS, JSON_VALUE -> throw new IllegalArgumentException(operator.name());
        };
    }

    private Evaluator call(Expr.FunctionCall call) {
        ScalarFunctions.require(call.name());
        List<Evaluator> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(compile(argument));
        }
        Evaluator result = ScalarFunctions.compile(new ScalarCall(call, List.copyOf(arguments), context));
        return folded(result, arguments);
    }

    private Evaluator caseWhen(Expr.CaseWhen caseWhen) {
        Expr operandExpr = caseWhen.operand();
        Evaluator operand = operandExpr == null ? null : compile(operandExpr);
        List<CaseBranches.Branch> branches = new ArrayList<>();
        List<Evaluator> parts = new ArrayList<>();
        for (Expr.When when : caseWhen.whens()) {
            Evaluator condition = condition(operand, compile(when.condition()));
            Evaluator result = compile(when.result());
            branches.add(new CaseBranches.Branch(condition, result));
            parts.add(condition);
            parts.add(result);
        }
        Expr otherwiseExpr = caseWhen.otherwise();
        Evaluator otherwise = otherwiseExpr == null ? null : compile(otherwiseExpr);
        if (otherwise != null) {
            parts.add(otherwise);
        }
        return folded(CaseBranches.compile(branches, otherwise), parts);
    }

    private Evaluator condition(@Nullable Evaluator operand, Evaluator when) {
        return operand == null
                ? JsonValues.asCondition(when)
                : folded(Comparison.compile(Expr.BinaryOperator.EQUAL, operand, when, context), List.of(operand, when));
    }

    private List<Evaluator> compileAll(List<Expr> exprs) {
        return exprs.stream().map(this::compile).toList();
    }

    private static List<Evaluator> with(Evaluator first, List<Evaluator> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** The value itself if it is the same for all rows. */
    private static Evaluator folded(Evaluator evaluator, List<Evaluator> operands) {
        if (evaluator instanceof Constant || !operands.stream().allMatch(Constant.class::isInstance)) {
            return evaluator;
        }
        Column type = evaluator.type();
        return new Constant(type, evaluator.value(new Frame()), evaluator.isCondition());
    }
}

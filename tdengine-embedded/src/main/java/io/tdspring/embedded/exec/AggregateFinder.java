// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import java.util.List;
import java.util.function.Predicate;

/** Finds the calls of certain functions, by default aggregates, in expressions. */
final class AggregateFinder {

    private AggregateFinder() {}

    static void find(Expr expr, List<Expr.FunctionCall> found) {
        find(expr, name -> Aggregates.named(name) != null, found);
    }

    /**
     * @param names of the functions to find
     */
    static void find(Expr expr, Predicate<String> names, List<Expr.FunctionCall> found) {
        if (expr instanceof Expr.FunctionCall call) {
            if (names.test(call.name())) {
                found.add(call);
            }
            call.arguments().forEach(argument -> find(argument, names, found));
        } else if (expr instanceof Expr.Unary unary) {
            find(unary.operand(), names, found);
        } else if (expr instanceof Expr.Binary binary) {
            find(binary.left(), names, found);
            find(binary.right(), names, found);
        } else if (expr instanceof Expr.Between between) {
            find(between.operand(), names, found);
            find(between.low(), names, found);
            find(between.high(), names, found);
        } else if (expr instanceof Expr.InList in) {
            find(in.operand(), names, found);
            in.candidates().forEach(candidate -> find(candidate, names, found));
        } else if (expr instanceof Expr.IsNull isNull) {
            find(isNull.operand(), names, found);
        } else if (expr instanceof Expr.Cast cast) {
            find(cast.operand(), names, found);
        } else if (expr instanceof Expr.CaseWhen cases) {
            findInCases(cases, names, found);
        }
    }

    private static void findInCases(Expr.CaseWhen cases, Predicate<String> names, List<Expr.FunctionCall> found) {
        if (cases.operand() != null) {
            find(cases.operand(), names, found);
        }
        for (Expr.When when : cases.whens()) {
            find(when.condition(), names, found);
            find(when.result(), names, found);
        }
        if (cases.otherwise() != null) {
            find(cases.otherwise(), names, found);
        }
    }
}

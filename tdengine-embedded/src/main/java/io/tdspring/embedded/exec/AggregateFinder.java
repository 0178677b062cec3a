// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Expr;
import java.util.List;

/** Finds the aggregates in expressions. */
final class AggregateFinder {

    private AggregateFinder() {}

    static void find(Expr expr, List<Expr.FunctionCall> found) {
        if (expr instanceof Expr.FunctionCall call) {
            if (Aggregates.named(call.name()) != null) {
                found.add(call);
            }
            call.arguments().forEach(argument -> find(argument, found));
        } else if (expr instanceof Expr.Unary unary) {
            find(unary.operand(), found);
        } else if (expr instanceof Expr.Binary binary) {
            find(binary.left(), found);
            find(binary.right(), found);
        } else if (expr instanceof Expr.Between between) {
            find(between.operand(), found);
            find(between.low(), found);
            find(between.high(), found);
        } else if (expr instanceof Expr.InList in) {
            find(in.operand(), found);
            in.candidates().forEach(candidate -> find(candidate, found));
        } else if (expr instanceof Expr.IsNull isNull) {
            find(isNull.operand(), found);
        } else if (expr instanceof Expr.Cast cast) {
            find(cast.operand(), found);
        } else if (expr instanceof Expr.CaseWhen cases) {
            findInCases(cases, found);
        }
    }

    private static void findInCases(Expr.CaseWhen cases, List<Expr.FunctionCall> found) {
        if (cases.operand() != null) {
            find(cases.operand(), found);
        }
        for (Expr.When when : cases.whens()) {
            find(when.condition(), found);
            find(when.result(), found);
        }
        if (cases.otherwise() != null) {
            find(cases.otherwise(), found);
        }
    }
}

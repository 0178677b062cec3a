// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** What each {@code ?} of a prepared statement stands for; immutable. */
final class Placeholders {

    private final List<Integer> positions;
    private final IntFunction<Expr> values;

    /** @param values by the number of placeholders that precede */
    Placeholders(String sql, IntFunction<Expr> values) {
        this.positions = positionsIn(sql);
        this.values = values;
    }

    /** Where the statement's placeholders are, in the positions of the tokens. */
    static List<Integer> positionsIn(String sql) {
        List<Integer> positions = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        lexer.moveTo(0);
        while (lexer.kind() != TokenKind.END && lexer.kind() != TokenKind.ILLEGAL) {
            if (lexer.kind() == TokenKind.QUESTION) {
                positions.add(lexer.start());
            }
            lexer.moveTo(lexer.end());
        }
        return positions;
    }

    /** The value of the placeholder here. */
    Expr at(int position) {
        return values.apply(Collections.binarySearch(positions, position));
    }
}

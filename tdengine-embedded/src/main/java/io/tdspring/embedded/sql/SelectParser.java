// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Select.Quantifier;
import io.tdspring.embedded.sql.Select.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one SELECT up to HAVING. Confined to one thread. */
final class SelectParser {

    private static final Set<String> INTERPOLATION = Set.of("range", "every");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final QueryParser queries;
    private final WindowParser windows;
    private final JoinParser joins;

    SelectParser(TokenStream tokens, ExpressionParser expressions, QueryParser queries) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.queries = queries;
        this.windows = new WindowParser(tokens, expressions);
        this.joins = new JoinParser(tokens, expressions, this::tableOrSubquery);
    }

    /** What follows the word SELECT. */
    Select select() {
        Quantifier quantifier = quantifier();
        List<SelectItem> items = items();
        Source from = tokens.accept("from") ? joins.source() : null;
        Expr where = tokens.accept("where") ? expressions.any() : null;
        List<SelectItem> partitionBy = partitionBy();
        refuse(INTERPOLATION);
        Window window = windows.window();
        List<Expr> groupBy = groupBy();
        Expr having = tokens.accept("having") ? expressions.any() : null;
        return new Select(quantifier, items, from, where, partitionBy, window, groupBy, having, List.of(), null, null);
    }

    private Quantifier quantifier() {
        if (tokens.accept("distinct")) {
            return tokens.accept("tags") ? Quantifier.DISTINCT_TAGS : Quantifier.DISTINCT;
        }
        if (tokens.accept("tags")) {
            return Quantifier.TAGS;
        }
        tokens.accept("all");
        return Quantifier.ALL;
    }

    private List<SelectItem> items() {
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.accept(TokenKind.COMMA));
        return items;
    }

    private SelectItem item() {
        int start = tokens.position();
        Expr expr = star();
        if (expr != null) {
            return new SelectItem(expr, null, textFrom(start));
        }
        expr = expressions.any();
        String text = textFrom(start);
        return new SelectItem(expr, alias(), text);
    }

    private @Nullable Expr star() {
        if (tokens.accept(TokenKind.STAR)) {
            return new Expr.Star(null);
        }
        return expressions.qualifiedStar();
    }

    private String textFrom(int start) {
        return tokens.sql().substring(start, tokens.previousEnd());
    }

    private @Nullable String alias() {
        if (tokens.accept("as")) {
            return tokens.expectName();
        }
        return tokens.atName() ? tokens.expectName() : null;
    }

    private Source tableOrSubquery() {
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            Query query = queries.parenthesized();
            return new Select.SubquerySource(query, alias());
        }
        TableName table = Names.table(tokens);
        return new Select.TableSource(table, alias());
    }

    private List<SelectItem> partitionBy() {
        List<SelectItem> items = new ArrayList<>();
        if (tokens.accept("partition")) {
            tokens.expect("by");
            do {
                int start = tokens.position();
                Expr expr = expressions.value();
                String text = textFrom(start);
                items.add(new SelectItem(expr, alias(), text));
            } while (tokens.accept(TokenKind.COMMA));
        }
        return items;
    }

    private List<Expr> groupBy() {
        if (!tokens.accept("group")) {
            return List.of();
        }
        tokens.expect("by");
        return expressions.values();
    }

    private void refuse(Set<String> clauses) {
        if (tokens.at(TokenKind.WORD) && clauses.contains(tokens.text())) {
            throw SqlException.notSupported(tokens.text().toUpperCase(Locale.ROOT));
        }
    }
}

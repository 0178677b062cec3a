// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Query.Direction;
import io.tdspring.embedded.sql.Query.Duplicates;
import io.tdspring.embedded.sql.Query.Limit;
import io.tdspring.embedded.sql.Query.NullOrder;
import io.tdspring.embedded.sql.Query.OrderItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads queries: SELECTs, UNION between them, and what sorts and limits the whole. Confined to one thread. */
final class QueryParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final SelectParser selects;

    QueryParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.selects = new SelectParser(tokens, expressions, this);
    }

    /** A query with everything that belongs to it; a lone one in parentheses has it inside. */
    Query query() {
        boolean parenthesized = tokens.at(TokenKind.LEFT_PARENTHESIS);
        Query query = member();
        if (parenthesized && !tokens.at("union")) {
            return query;
        }
        while (tokens.at("union")) {
            tokens.advanceOverOperator();
            Duplicates duplicates = tokens.accept("all") ? Duplicates.KEEP : Duplicates.REMOVE;
            query = new Query.Union(query, member(), duplicates, List.of(), null);
        }
        return completed(query);
    }

    /** A query in parentheses, whose opening one is the current token. */
    Query parenthesized() {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        if (!tokens.at("select") && !tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            throw tokens.unexpected();
        }
        Query query = tokens.nested(this::query);
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return query;
    }

    private Query member() {
        if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return parenthesized();
        }
        tokens.expect("select");
        return selects.select();
    }

    private Query completed(Query query) {
        List<OrderItem> orderBy = orderBy();
        Limit partitionLimit = query instanceof Select ? limit("slimit", "soffset") : null;
        Limit limit = limit("limit", "offset");
        if (orderBy.isEmpty() && partitionLimit == null && limit == null) {
            return query;
        }
        if (query instanceof Query.Union union) {
            return new Query.Union(union.left(), union.right(), union.duplicates(), orderBy, limit);
        }
        return ((Select) query).completed(orderBy, partitionLimit, limit);
    }

    private List<OrderItem> orderBy() {
        List<OrderItem> items = new ArrayList<>();
        if (tokens.accept("order")) {
            tokens.expect("by");
            do {
                items.add(orderItem());
            } while (tokens.accept(TokenKind.COMMA));
        }
        return items;
    }

    private OrderItem orderItem() {
        Expr expr = expressions.value();
        Direction direction = tokens.accept("desc") ? Direction.DESCENDING : Direction.ASCENDING;
        if (direction == Direction.ASCENDING) {
            tokens.accept("asc");
        }
        if (!tokens.accept("nulls")) {
            return new OrderItem(expr, direction, NullOrder.DEFAULT);
        }
        boolean first = tokens.expectOneOf(List.of("first", "last")).equals("first");
        return new OrderItem(expr, direction, first ? NullOrder.FIRST : NullOrder.LAST);
    }

    /** {@code LIMIT count [OFFSET offset]} or {@code LIMIT offset, count}. */
    private @Nullable Limit limit(String limitWord, String offsetWord) {
        if (!tokens.accept(limitWord)) {
            return null;
        }
        long first = count();
        if (tokens.accept(offsetWord)) {
            return new Limit(first, count());
        }
        return tokens.accept(TokenKind.COMMA) ? new Limit(count(), first) : new Limit(first, 0);
    }

    private long count() {
        String digits = tokens.expectInteger();
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}

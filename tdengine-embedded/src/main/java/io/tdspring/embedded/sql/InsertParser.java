// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Insert.Row;
import io.tdspring.embedded.sql.Insert.Target;
import io.tdspring.embedded.sql.Insert.Using;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code INSERT INTO}, whose errors have a code and a form of their own. Confined to one thread. */
final class InsertParser {

    private static final int INVALID_OPERATION = 0x0200;

    private final TokenStream tokens;
    private final InsertRowParser rows;

    InsertParser(TokenStream tokens) {
        this.tokens = tokens;
        this.rows = new InsertRowParser(tokens);
    }

    /** What follows the word INSERT. */
    Statement insert() {
        if (!tokens.accept("into")) {
            throw SqlException.insertSyntax(tokens.rest(), "keyword INTO is expected");
        }
        Head first = head();
        if (tokens.at("select") || tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return select(first);
        }
        List<Target> targets = new ArrayList<>();
        targets.add(target(first));
        if (targets.get(0).rows().isEmpty()) {
            throw tokens.unexpected();
        }
        moreTargets(targets);
        return new Insert(targets, tokens.sql());
    }

    /** What a target begins with; the columns may be here or behind USING. */
    private record Head(TableName table, int nameEnd, List<String> columns) {}

    private Head head() {
        TableName table = tableName();
        return new Head(table, tokens.previousEnd(), columns());
    }

    private TableName tableName() {
        if (!tokens.atPlaceholder()) {
            return Names.table(tokens);
        }
        tokens.advance();
        return TableName.PLACEHOLDER;
    }

    private Statement select(Head head) {
        Query query = new QueryParser(tokens).query();
        tokens.expectEnd();
        return new Statement.InsertSelect(head.table(), head.columns(), query);
    }

    private void moreTargets(List<Target> targets) {
        boolean complete = true;
        tokens.accept(TokenKind.COMMA);
        while (complete && !tokens.at(TokenKind.END)) {
            Target target = target(head());
            targets.add(target);
            complete = !target.rows().isEmpty();
            tokens.accept(TokenKind.COMMA);
        }
    }

    private Target target(Head head) {
        Using using = tokens.accept("using") ? using() : null;
        List<String> columns = head.columns().isEmpty() ? columns() : head.columns();
        refuseFile();
        List<Row> read = tokens.accept("values") ? rows.rows(columns.size()) : List.of();
        return new Target(head.table(), head.nameEnd(), using, columns, read);
    }

    private void refuseFile() {
        if (tokens.at("file")) {
            throw new SqlException(INVALID_OPERATION, "proxy mode does not support csv loading");
        }
    }

    /** {@code (column, …)}, or nothing; empty parentheses have no timestamp column. */
    private List<String> columns() {
        if (!tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return List.of();
        }
        int start = tokens.position();
        tokens.advance();
        if (tokens.at("select") || tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            tokens.returnTo(start);
            return List.of();
        }
        if (tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
            throw withoutColumns();
        }
        return names();
    }

    private SqlException withoutColumns() {
        if (!tokens.isFollowedBy(TokenKind.WORD)) {
            return tokens.unexpected();
        }
        return new SqlException(INVALID_OPERATION, "Primary timestamp column should not be null");
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        do {
            String name = columnName();
            if (!seen.add(name) && !name.equals("tbname")) {
                throw SqlException.insertSyntax(name, "duplicated column name");
            }
            names.add(name);
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return names;
    }

    private String columnName() {
        return tokens.accept("tbname") ? "tbname" : Names.column(tokens);
    }

    private Using using() {
        TableName superTable = Names.table(tokens);
        List<String> tagNames = tokens.accept(TokenKind.LEFT_PARENTHESIS) ? tagNames() : List.of();
        if (!tokens.accept("tags")) {
            throw SqlException.insertSyntax(tokens.rest(), "TAGS is expected");
        }
        Row tags = rows.row(tagNames.size());
        return new Using(superTable, tagNames, tags.values(), tags.closing());
    }

    private List<String> tagNames() {
        List<String> names = new ArrayList<>();
        do {
            names.add(Names.column(tokens));
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return names;
    }
}

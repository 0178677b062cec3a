// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Statement.ObjectKind;
import io.tdspring.embedded.sql.Statement.TableKind;
import java.util.function.IntFunction;

/** Reads SQL: the entry to this package. */
public final class Parser {

    private final TokenStream tokens;

    private Parser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /**
     * Parses one statement; what follows its {@code ;} is ignored, as TDengine does.
     *
     * @throws SqlException if the text is no statement, or one that this server does not have
     */
    public static Statement parse(String sql) {
        return parse(new TokenStream(sql));
    }

    /**
     * Parses a prepared statement.
     *
     * @param placeholders what each {@code ?} stands for, by the number of those before it
     * @throws SqlException as {@link #parse(String)}
     */
    public static Statement parsePrepared(String sql, IntFunction<Expr> placeholders) {
        return parse(new TokenStream(sql, new Placeholders(sql, placeholders)));
    }

    /** The number of {@code ?} in a statement. */
    public static int countPlaceholders(String sql) {
        return Placeholders.positionsIn(sql).size();
    }

    private static Statement parse(TokenStream tokens) {
        Statement statement = new Parser(tokens).statement();
        if (!(statement instanceof Insert)) {
            tokens.expectEnd();
        }
        return statement;
    }

    private Statement statement() {
        if (tokens.at("select") || tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return new QueryParser(tokens).query();
        }
        if (!tokens.at(TokenKind.WORD)) {
            throw tokens.unexpected();
        }
        int start = tokens.position();
        String first = tokens.text();
        tokens.advance();
        return switch (first) {
            case "insert", "import" -> new InsertParser(tokens).insert();
            case "alter" -> alter(start);
            case "delete" -> new AlterParser(tokens).delete();
            case "create" -> create(start);
            case "drop" -> drop(start);
            case "use" -> new Statement.UseDatabase(Names.database(tokens));
            case "show" -> new ShowParser(tokens).show();
            case "describe", "desc" -> new Statement.Describe(Names.table(tokens));
            case "reset" -> resetQueryCache();
            case "flush", "trim" -> maintain(first, start);
            default -> throw RefusedStatements.refuse(first, start, tokens);
        };
    }

    private Statement alter(int start) {
        if (tokens.accept("stable")) {
            return new AlterParser(tokens).alter(TableKind.STABLE);
        }
        if (tokens.accept("table")) {
            return new AlterParser(tokens).alter(TableKind.TABLE);
        }
        if (tokens.accept("database")) {
            return new DatabaseParser(tokens).alter();
        }
        if (tokens.accept("user")) {
            return new UserParser(tokens).alter();
        }
        throw RefusedStatements.refuse("alter", start, tokens);
    }

    private Statement create(int start) {
        if (tokens.accept("database")) {
            return new DatabaseParser(tokens).create();
        }
        if (tokens.accept("stable")) {
            return new TableParser(tokens).create(TableKind.STABLE);
        }
        if (tokens.accept("table")) {
            return new TableParser(tokens).create(TableKind.TABLE);
        }
        if (tokens.accept("topic")) {
            return new TopicParser(tokens).create();
        }
        if (tokens.accept("user")) {
            return new UserParser(tokens).create();
        }
        if (tokens.accept("index")) {
            return new IndexParser(tokens).create();
        }
        throw RefusedStatements.refuse("create", start, tokens);
    }

    private Statement drop(int start) {
        if (tokens.accept("database")) {
            return new DatabaseParser(tokens).drop();
        }
        if (tokens.accept("stable")) {
            return new TableParser(tokens).drop(TableKind.STABLE);
        }
        if (tokens.accept("table")) {
            return new TableParser(tokens).drop(TableKind.TABLE);
        }
        if (tokens.accept("topic")) {
            return new TopicParser(tokens).drop();
        }
        if (tokens.accept("consumer")) {
            return new TopicParser(tokens).dropGroup();
        }
        if (tokens.accept("user")) {
            return new UserParser(tokens).drop();
        }
        if (tokens.accept("index")) {
            return new IndexParser(tokens).drop();
        }
        if (tokens.accept("function")) {
            return dropObject(ObjectKind.FUNCTION);
        }
        if (tokens.accept("stream")) {
            return dropObject(ObjectKind.STREAM);
        }
        throw RefusedStatements.refuse("drop", start, tokens);
    }

    private Statement dropObject(ObjectKind kind) {
        boolean ifExists = tokens.acceptIfExists();
        // A stream's name can have its database before it.
        Names.table(tokens);
        return new Statement.DropObject(kind, ifExists);
    }

    private Statement maintain(String verb, int start) {
        if (!tokens.accept("database")) {
            throw RefusedStatements.refuse(verb, start, tokens);
        }
        DatabaseParser parser = new DatabaseParser(tokens);
        return verb.equals("flush") ? parser.flush() : parser.trim();
    }

    private Statement resetQueryCache() {
        tokens.expect("query", "cache");
        return new Statement.ResetQueryCache();
    }
}

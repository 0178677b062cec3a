// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Insert.Using;
import io.tdspring.embedded.sql.Statement.ChildTable;
import io.tdspring.embedded.sql.Statement.DroppedTable;
import io.tdspring.embedded.sql.Statement.TableKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads CREATE TABLE, CREATE STABLE and DROP of them. Confined to one thread. */
final class TableParser {

    private static final Set<String> OTHER_OPTIONS =
            Set.of("watermark", "max_delay", "rollup", "delete_mark", "keep", "virtual");

    private static final Set<String> ENCODINGS =
            Set.of("bit-packing", "bss", "delta-d", "delta-i", "disabled", "simple8b");

    /** Of the second part of a primary key. */
    private static final Set<DataType> KEY_TYPES =
            Set.of(DataType.INT, DataType.UINT, DataType.BIGINT, DataType.UBIGINT, DataType.VARCHAR);

    private static final int KEY_PLACE = 2;

    private final TokenStream tokens;
    private final ConstantParser constants;

    TableParser(TokenStream tokens) {
        this.tokens = tokens;
        this.constants = ConstantParser.ofTags(tokens);
    }

    /** What follows CREATE TABLE or CREATE STABLE. */
    Statement create(TableKind kind) {
        boolean ifNotExists = tokens.acceptIfNotExists();
        TableName table = Names.table(tokens);
        if (kind == TableKind.TABLE && tokens.at("using")) {
            return children(table, ifNotExists);
        }
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<ColumnDefinition> columns = columns();
        if (kind == TableKind.STABLE && !tokens.at("tags")) {
            throw tokens.unexpected();
        }
        if (!tokens.accept("tags")) {
            return new Statement.CreateTable(table, ifNotExists, columns, options());
        }
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<ColumnDefinition> tags = tags();
        return new Statement.CreateSuperTable(table, ifNotExists, columns, tags, options());
    }

    /** What follows DROP TABLE or DROP STABLE. */
    Statement drop(TableKind kind) {
        List<DroppedTable> tables = new ArrayList<>();
        do {
            boolean ifExists = tokens.acceptIfExists();
            tables.add(new DroppedTable(Names.table(tokens), ifExists));
        } while (kind == TableKind.TABLE && tokens.accept(TokenKind.COMMA));
        return new Statement.DropTables(kind, tables);
    }

    private List<ColumnDefinition> columns() {
        List<ColumnDefinition> columns = new ArrayList<>();
        do {
            ColumnDefinition column = column();
            columns.add(column);
            refuseColumnOptions(column, columns.size());
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return columns;
    }

    private List<ColumnDefinition> tags() {
        List<ColumnDefinition> tags = new ArrayList<>();
        do {
            tags.add(column());
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return tags;
    }

    private ColumnDefinition column() {
        String name = Names.column(tokens);
        TypeDefinition type = Types.ofColumn(tokens);
        return new ColumnDefinition(name, type.type(), type.length(), type.precision(), type.scale());
    }

    /** @param place of the column, from 1 */
    private void refuseColumnOptions(ColumnDefinition column, int place) {
        if (tokens.accept("primary") || tokens.accept("composite")) {
            tokens.expect("key");
            throw compositeKey(column, place);
        }
        if (tokens.atName()) {
            boolean encode = tokens.text().equals("encode");
            tokens.expectName();
            if (encode && !ENCODINGS.contains(tokens.expectString())) {
                throw new SqlException(0x0231, "Invalid encode param");
            } else if (!encode) {
                tokens.expectString();
            }
            throw SqlException.notSupported("Choosing a column's encoding or compression");
        }
    }

    private static SqlException compositeKey(ColumnDefinition column, int place) {
        if (place != KEY_PLACE) {
            return new SqlException(0x2678, "composite primary key column must be second column");
        }
        if (!KEY_TYPES.contains(column.type())) {
            return new SqlException(
                    0x2679, "composite primary key column must be of type int, uint, bigint, ubigint, and varchar");
        }
        return SqlException.notSupported("A composite primary key");
    }

    private Statement children(TableName firstTable, boolean firstIfNotExists) {
        List<ChildTable> tables = new ArrayList<>();
        tables.add(child(firstTable, firstIfNotExists));
        while (!tokens.at(TokenKind.END)) {
            boolean ifNotExists = tokens.acceptIfNotExists();
            tables.add(child(Names.table(tokens), ifNotExists));
        }
        return new Statement.CreateChildTables(tables);
    }

    private ChildTable child(TableName table, boolean ifNotExists) {
        tokens.expect("using");
        TableName superTable = Names.table(tokens);
        List<String> tagNames = tokens.accept(TokenKind.LEFT_PARENTHESIS) ? tagNames() : List.of();
        tokens.expect("tags");
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<Expr> tags = new ArrayList<>();
        do {
            if (!constants.atConstant()) {
                throw tokens.unexpected();
            }
            tags.add(constants.constant());
        } while (tokens.accept(TokenKind.COMMA));
        int closing = tokens.position();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new ChildTable(table, ifNotExists, new Using(superTable, tagNames, tags, closing), options());
    }

    private List<String> tagNames() {
        List<String> names = new ArrayList<>();
        do {
            names.add(Names.column(tokens));
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return names;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        while (true) {
            if (tokens.accept("comment")) {
                options.put("comment", tokens.expectString());
            } else if (tokens.accept("ttl")) {
                options.put("ttl", tokens.expectInteger());
            } else if (tokens.accept("sma")) {
                tokens.expect(TokenKind.LEFT_PARENTHESIS);
                options.put("sma", String.join(",", tagNames()));
            } else if (tokens.at(TokenKind.WORD) && OTHER_OPTIONS.contains(tokens.text())) {
                throw SqlException.notSupported("CREATE TABLE with " + tokens.text());
            } else {
                return options;
            }
        }
    }
}

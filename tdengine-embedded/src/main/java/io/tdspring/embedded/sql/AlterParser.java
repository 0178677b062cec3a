// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.embedded.sql.Alter.Member;
import io.tdspring.embedded.sql.Alter.TagValue;
import io.tdspring.embedded.sql.Statement.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads ALTER TABLE, ALTER STABLE and DELETE. Confined to one thread. */
final class AlterParser {

    private static final List<String> COLUMN_STORAGE = List.of("encode", "compress", "level");
    private static final List<String> OTHER_OPTIONS =
            List.of("keep", "rollup", "watermark", "max_delay", "delete_mark");

    private final TokenStream tokens;
    private final ConstantParser constants;

    AlterParser(TokenStream tokens) {
        this.tokens = tokens;
        this.constants = ConstantParser.ofTags(tokens);
    }

    /** What follows ALTER TABLE or ALTER STABLE. */
    Statement alter(TableKind kind) {
        TableName table = Names.table(tokens);
        return new Alter(kind, table, change());
    }

    /** What follows DELETE. */
    Statement delete() {
        tokens.expect("from");
        TableName table = Names.table(tokens);
        Expr where = tokens.accept("where") ? new ExpressionParser(tokens).any() : null;
        return new Statement.Delete(table, where);
    }

    private Alter.Change change() {
        if (tokens.accept("add")) {
            return add();
        }
        if (tokens.accept("drop")) {
            return new Alter.Drop(member(), Names.column(tokens));
        }
        if (tokens.accept("modify")) {
            return modify();
        }
        if (tokens.accept("rename")) {
            return new Alter.Rename(member(), Names.column(tokens), Names.column(tokens));
        }
        if (tokens.accept("set")) {
            tokens.expect("tag");
            return new Alter.SetTags(values());
        }
        return options();
    }

    private Member member() {
        return tokens.expectOneOf(List.of("column", "tag")).equals("tag") ? Member.TAG : Member.COLUMN;
    }

    private Alter.Change add() {
        Member member = member();
        ColumnDefinition added = definition(Names.column(tokens));
        if (tokens.atName() || tokens.at("primary")) {
            throw SqlException.notSupported("A key, encoding or compression of an added column");
        }
        return new Alter.Add(member, added);
    }

    private Alter.Change modify() {
        Member member = member();
        String name = Names.column(tokens);
        if (COLUMN_STORAGE.stream().anyMatch(tokens::at)) {
            throw SqlException.notSupported("Choosing a column's encoding or compression");
        }
        return new Alter.Modify(member, definition(name));
    }

    private ColumnDefinition definition(String name) {
        TypeDefinition type = Types.ofColumn(tokens);
        return new ColumnDefinition(name, type.type(), type.length(), type.precision(), type.scale());
    }

    private List<TagValue> values() {
        List<TagValue> values = new ArrayList<>();
        do {
            String tag = Names.column(tokens);
            tokens.expect(TokenKind.EQUAL);
            if (!constants.atConstant()) {
                throw tokens.unexpected();
            }
            values.add(new TagValue(tag, constants.constant()));
        } while (tokens.accept(TokenKind.COMMA));
        return values;
    }

    private Alter.Change options() {
        if (tokens.accept("comment")) {
            return new Alter.Options(Map.of("comment", tokens.expectString()));
        }
        if (tokens.accept("ttl")) {
            return new Alter.Options(Map.of("ttl", tokens.expectInteger()));
        }
        for (String option : OTHER_OPTIONS) {
            if (tokens.at(option)) {
                throw SqlException.notSupported("ALTER TABLE with " + option);
            }
        }
        throw tokens.unexpected();
    }
}

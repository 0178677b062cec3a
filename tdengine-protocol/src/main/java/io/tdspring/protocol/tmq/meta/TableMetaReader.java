// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.AlterMeta.Member;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * Reads changes of tables. Without state.
 *
 * <p>Servers learn new changes, and a message with one must not keep a consumer from going on: what is unknown, or not of
 * the form expected, comes as its JSON text.
 */
public final class TableMetaReader {

    private TableMetaReader() {}

    /**
     * Reads one change.
     *
     * @param json an object
     * @throws TdengineProtocolException if it is no JSON object
     */
    public static TableMeta read(String json) {
        JsonObject from = JsonObject.read("change of tables", json);
        try {
            return switch (from.text("type")) {
                case "create" -> created(from);
                case "alter" -> altered(from, json);
                case "drop" ->
                    from.has("tableNameList")
                            ? new TableMeta.Dropped(from.texts("tableNameList"))
                            : new TableMeta.SuperTableDropped(from.text("tableName"));
                case "delete" -> new TableMeta.Deleted(from.text("sql"));
                default -> other(from, json);
            };
        } catch (TdengineProtocolException | IllegalArgumentException e) {
            return other(from, json);
        }
    }

    private static TableMeta other(JsonObject from, String json) {
        return new TableMeta.Other(from.text("type"), json);
    }

    private static TableMeta created(JsonObject from) {
        TableKind kind = kind(from);
        if (kind == TableKind.CHILD) {
            List<JsonObject> list = from.objects("createList");
            List<JsonObject> children = list.isEmpty() ? List.of(from) : list;
            return new TableMeta.ChildrenCreated(
                    children.stream().map(MetaTags::readChild).toList());
        }
        return new TableMeta.Created(
                kind,
                from.text("tableName"),
                from.objects("columns").stream().map(MetaColumns::read).toList(),
                from.objects("tags").stream().map(MetaColumns::read).toList());
    }

    private static TableKind kind(JsonObject from) {
        return TableKind.valueOf(from.text("tableType").toUpperCase(Locale.ROOT));
    }

    private static AlterMeta altered(JsonObject from, String json) {
        TableKind kind = kind(from);
        String table = from.text("tableName");
        int alterType = from.int32("alterType");
        return switch (alterType) {
            case 1 -> new AlterMeta.Added(kind, table, Member.TAG, MetaColumns.readAltered(from));
            case 2 -> new AlterMeta.Dropped(kind, table, Member.TAG, from.text("colName"));
            case 3 -> new AlterMeta.Renamed(kind, table, Member.TAG, from.text("colName"), from.text("colNewName"));
            case 4 -> new AlterMeta.TagsSet(table, List.of(MetaTags.readSet(from)));
            case 5 -> new AlterMeta.Added(kind, table, Member.COLUMN, MetaColumns.readAltered(from));
            case 6 -> new AlterMeta.Dropped(kind, table, Member.COLUMN, from.text("colName"));
            case 7 -> new AlterMeta.Resized(kind, table, Member.COLUMN, MetaColumns.readAltered(from));
            case 8 -> new AlterMeta.Resized(kind, table, Member.TAG, MetaColumns.readAltered(from));
            case 10 -> new AlterMeta.Renamed(kind, table, Member.COLUMN, from.text("colName"), from.text("colNewName"));
            case 15 ->
                new AlterMeta.TagsSet(
                        table,
                        from.objects("tags").stream().map(MetaTags::readSet).toList());
            default -> new AlterMeta.Other(kind, table, alterType, json);
        };
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.data.Column;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.ColumnMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.embedded.meta.ColumnStorage;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.ColumnChange;
import io.tdspring.embedded.store.TableChange;
import io.tdspring.protocol.tmq.meta.TableMetaWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the changes in the log what {@code fetch_json_meta} tells.
 *
 * <p>Without state.
 */
final class ToldChanges {

    private ToldChanges() {}

    /** All of these changes as one, which they are if they created tables on the way. */
    static TableMeta together(List<TableChange> changes) {
        if (changes.size() == 1) {
            return metaOf(changes.get(0));
        }
        List<ChildMeta> children = new ArrayList<>();
        for (TableChange change : changes) {
            if (change instanceof TableChange.ChildCreated created) {
                children.add(childOf(created));
            }
        }
        return new TableMeta.ChildrenCreated(children);
    }

    static TableMeta metaOf(TableChange change) {
        if (change instanceof TableChange.SuperTableCreated created) {
            List<ColumnMeta> tags = created.tags().stream()
                    .map(tag -> new ColumnMeta(tag, false, null))
                    .toList();
            return new TableMeta.Created(
                    TableKind.SUPER, created.superTable().name(), columnsOf(created.columns()), tags);
        }
        if (change instanceof TableChange.SuperTableAltered altered) {
            AlterMeta.Member member =
                    altered.member() == TableChange.Member.TAG ? AlterMeta.Member.TAG : AlterMeta.Member.COLUMN;
            return altered(TableKind.SUPER, altered.superTable().name(), member, altered.change());
        }
        if (change instanceof TableChange.SuperTableDropped dropped) {
            return new TableMeta.SuperTableDropped(dropped.superTable().name());
        }
        return ofTable((TableChange.OfTable) change);
    }

    private static TableMeta ofTable(TableChange.OfTable change) {
        String table = change.table().name();
        if (change instanceof TableChange.TableCreated created) {
            return new TableMeta.Created(TableKind.NORMAL, table, columnsOf(created.columns()), List.of());
        }
        if (change instanceof TableChange.ChildCreated created) {
            return new TableMeta.ChildrenCreated(List.of(childOf(created)));
        }
        if (change instanceof TableChange.TableAltered altered) {
            return altered(TableKind.NORMAL, table, AlterMeta.Member.COLUMN, altered.change());
        }
        if (change instanceof TableChange.TagsSet set) {
            return new AlterMeta.TagsSet(
                    table,
                    set.values().stream()
                            .map(value -> textOf(value.tag(), value.value()))
                            .toList());
        }
        if (change instanceof TableChange.RowsDeleted deleted) {
            return TableMeta.Deleted.of(table, deleted.timestamp(), deleted.first(), deleted.last());
        }
        return new TableMeta.Dropped(List.of(table));
    }

    private static AlterMeta altered(TableKind kind, String table, AlterMeta.Member member, ColumnChange change) {
        return switch (change.kind()) {
            case ADDED -> new AlterMeta.Added(kind, table, member, change.column());
            case DROPPED -> new AlterMeta.Dropped(kind, table, member, change.name());
            case RENAMED ->
                new AlterMeta.Renamed(
                        kind, table, member, change.name(), change.column().name());
            case RESIZED -> new AlterMeta.Resized(kind, table, member, change.column());
        };
    }

    private static List<ColumnMeta> columnsOf(List<Column> columns) {
        return columns.stream()
                .map(column -> {
                    ColumnStorage storage = ColumnStorage.of(column.type());
                    return new ColumnMeta(
                            column,
                            false,
                            new ColumnMeta.Storage(storage.encode(), storage.compress(), storage.level()));
                })
                .toList();
    }

    private static ChildMeta childOf(TableChange.ChildCreated created) {
        List<TagMeta> tags = new ArrayList<>();
        for (int i = 0; i < created.tags().size(); i++) {
            Column tag = tellable(created.tags().get(i));
            Object value = created.values().get(i);
            if (value != null) {
                tags.add(new TagMeta(tag.name(), tag.type(), value));
            }
        }
        String superTable = Objects.requireNonNull(created.superTable()).name();
        return new ChildMeta(created.table().name(), superTable, created.tags().size(), tags);
    }

    private static AlterMeta.TagText textOf(Column tag, @Nullable Object value) {
        return TableMetaWriter.tagText(tellable(tag).name(), tag.type(), value);
    }

    private static Column tellable(Column tag) {
        return switch (tag.type()) {
            case VARBINARY, GEOMETRY ->
                throw SqlException.notSupported("Telling a " + tag.type() + " tag in a change of tables");
            default -> tag;
        };
    }
}

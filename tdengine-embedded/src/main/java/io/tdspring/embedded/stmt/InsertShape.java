// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Columns;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.write.InsertColumns;
import io.tdspring.protocol.stmt.StatementField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT writes to, once its tables have been looked up. Immutable.
 *
 * @param superTable whose child tables are created; null if the table must exist
 * @param table the name written in the statement; null if it is bound
 * @param columns of the super or normal table when it was looked up
 * @param slots in the order of the statement's parts: name, tags, columns
 */
record InsertShape(
        Database database,
        @Nullable SuperTable superTable,
        @Nullable String table,
        Columns columns,
        List<Slot> slots) {

    private static final String TABLE_NAME = "tbname";

    InsertShape {
        slots = List.copyOf(slots);
    }

    /**
     * Looks up what the statement names.
     *
     * @param name the table, in the statement or bound; {@link TableName#PLACEHOLDER} if only the super table is known
     */
    static InsertShape of(Scope scope, Insert insert, TableName name) {
        Insert.Target target = insert.targets().get(0);
        Insert.Using using = target.using();
        boolean isNamed = !name.equals(TableName.PLACEHOLDER);
        Database database = scope.databaseOf(isNamed || using == null ? name : using.superTable());
        if (using != null) {
            return using(insert, using, database, isNamed ? name.name() : null);
        }
        SuperTable superTable = database.findSuperTable(name.name());
        if (superTable != null) {
            return rowsOf(superTable, insert);
        }
        Table table = database.findTable(name.name());
        if (table == null) {
            throw Scope.noTable();
        }
        Columns columns = table.columns();
        return new InsertShape(database, null, name.name(), columns, columnSlots(insert, columns));
    }

    private static InsertShape using(Insert insert, Insert.Using using, Database database, @Nullable String name) {
        String home = using.superTable().database();
        SuperTable superTable = database.findSuperTable(using.superTable().name());
        if (superTable == null || (home != null && !home.equals(database.name()))) {
            throw Scope.noTable();
        }
        List<Slot> slots = new ArrayList<>();
        if (name == null) {
            slots.add(Slot.tableName(new Expr.Placeholder(0)));
        }
        Columns columns = superTable.columns();
        slots.addAll(tagSlots(insert, using, superTable.tags()));
        slots.addAll(columnSlots(insert, columns));
        return new InsertShape(database, superTable, name, columns, slots);
    }

    private static List<Slot> tagSlots(Insert insert, Insert.Using using, Columns tags) {
        List<String> names =
                using.tagNames().isEmpty() ? tags.stream().map(Column::name).toList() : using.tagNames();
        if (using.tagNames().isEmpty() && using.tags().size() < names.size()) {
            throw SqlException.insertSyntax(insert.rest(using.closing()), "invalid data or symbol");
        }
        if (using.tags().size() != names.size()) {
            throw new SqlException(0x260d, "Tags number not matched");
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = tags.indexOf(names.get(i));
            if (index < 0) {
                throw unknownColumn(names.get(i));
            }
            slots.add(new Slot(
                    StatementField.Role.TAG, tags.get(index), using.tags().get(i)));
        }
        return slots;
    }

    private static List<Slot> columnSlots(Insert insert, Columns columns) {
        Insert.Target target = insert.targets().get(0);
        int[] numbers = InsertColumns.bind(columns, target.columns());
        List<Expr> values = valuesOf(insert, numbers.length);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            slots.add(new Slot(StatementField.Role.COLUMN, columns.get(numbers[i]), values.get(i)));
        }
        return slots;
    }

    private static List<Expr> valuesOf(Insert insert, int expected) {
        Insert.Row row = insert.targets().get(0).rows().get(0);
        if (row.values().isEmpty() || row.values().size() > expected) {
            throw new SqlException(0x263f, "Illegal number of columns");
        }
        if (row.values().size() < expected) {
            throw SqlException.insertSyntax(insert.rest(row.closing()), ", expected");
        }
        return row.values();
    }

    /** {@code insert into super_table (tbname, …)}: name, tags and columns in one list. */
    private static InsertShape rowsOf(SuperTable superTable, Insert insert) {
        Insert.Target target = insert.targets().get(0);
        if (target.columns().isEmpty()) {
            throw SqlException.insertSyntax(
                    insert.rest(target.nameEnd()),
                    "(...tbname, ts...) bounded cols is expected for supertable insertion");
        }
        List<Expr> values = valuesOf(insert, target.columns().size());
        Columns columns = superTable.columns();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            slots.add(slot(superTable, columns, target.columns().get(i), values.get(i)));
        }
        // The order in which values are bound; within each kind it is that of the statement.
        slots.sort(Comparator.comparing(InsertShape::rank));
        if (slots.get(0).role() != StatementField.Role.TABLE_NAME) {
            throw new SqlException(0x0200, "tbname column should not be null");
        }
        if (slots.stream().noneMatch(slot -> slot.column().equals(columns.get(0)))) {
            throw new SqlException(0x0200, "Primary timestamp column should not be null");
        }
        String name = slots.get(0).value() instanceof Expr.Literal literal ? literal.text() : null;
        return new InsertShape(superTable.database(), superTable, name, columns, slots);
    }

    private static int rank(Slot slot) {
        return switch (slot.role()) {
            case TABLE_NAME -> 0;
            case TAG -> 1;
            default -> 2;
        };
    }

    private static Slot slot(SuperTable superTable, Columns columns, String name, Expr value) {
        if (name.equals(TABLE_NAME)) {
            return Slot.tableName(value);
        }
        int column = columns.indexOf(name);
        if (column >= 0) {
            return new Slot(StatementField.Role.COLUMN, columns.get(column), value);
        }
        Columns tags = superTable.tags();
        int tag = tags.indexOf(name);
        if (tag < 0) {
            throw unknownColumn(name);
        }
        return new Slot(StatementField.Role.TAG, tags.get(tag), value);
    }

    static SqlException unknownColumn(String name) {
        return new SqlException(0x2602, "Invalid column name: " + name);
    }

    /** The places of one kind. */
    List<Slot> slots(StatementField.Role role) {
        return slots.stream().filter(slot -> slot.role() == role).toList();
    }

    /** What the placeholders stand for, in their order. */
    List<StatementField> fields() {
        return slots.stream()
                .filter(Slot::isBound)
                .sorted(Comparator.comparingInt(Slot::index))
                .map(slot -> slot.field(database.precision()))
                .toList();
    }
}

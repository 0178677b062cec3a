// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import io.tdspring.client.sql.Identifiers;
import io.tdspring.data.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.Assert;

/**
 * A super table that {@link TdengineAdmin} makes if there is none of its name; one that is there stays as it is, whatever its
 * columns. Its database has to be there. Immutable.
 *
 * @param database empty for the client's
 * @param name as the server is to keep it, case and all
 * @param columns the timestamp first
 */
public record TdSuperTable(String database, String name, List<TdField> columns, List<TdField> tags)
        implements Creatable {

    /**
     * @throws IllegalArgumentException if there are not at least two columns, of which the first is a timestamp, and a tag
     * @throws io.tdspring.error.TdengineException if a name cannot be quoted
     */
    public TdSuperTable {
        columns = List.copyOf(columns);
        tags = List.copyOf(tags);
        String of = database.isEmpty() ? name : database + '.' + name;
        Assert.isTrue(
                columns.size() > 1 && columns.get(0).type() == DataType.TIMESTAMP,
                () -> "super table " + of + " needs a TIMESTAMP and, behind it, another column");
        Assert.notEmpty(tags, () -> "super table " + of + " needs a tag");
        Identifiers.quote(database, name);
        columns.forEach(TdField::definition);
        tags.forEach(TdField::definition);
    }

    /**
     * The super table that records of a class are written into. Text and enums become VARCHAR, bytes VARBINARY, and an Instant
     * TIMESTAMP; numbers and boolean the type of their width.
     *
     * @param recordType with {@link io.tdspring.spring.mapping.TdTable}, and at least one tag
     * @param lengths in bytes, by the names of the columns and tags that need one
     * @throws IllegalArgumentException if the class is not written into a super table, a length is missing or of no column, or a
     *     component's type is none of the above: then use {@link #builder}
     */
    public static TdSuperTable of(Class<? extends Record> recordType, Map<String, Integer> lengths) {
        return new RecordFields(recordType, lengths).superTable();
    }

    /**
     * A super table to which columns and tags are to be added.
     *
     * @param database empty for the client's
     */
    public static Builder builder(String database, String name) {
        return new Builder(database, name);
    }

    @Override
    public String createStatement() {
        return "CREATE STABLE IF NOT EXISTS " + Identifiers.quote(database, name) + ' ' + list(columns) + " TAGS "
                + list(tags);
    }

    private static String list(List<TdField> fields) {
        return fields.stream().map(TdField::definition).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code super table plant.meters}. */
    @Override
    public String toString() {
        return "super table " + (database.isEmpty() ? name : database + '.' + name);
    }

    /** Collects columns and tags; confined to one thread. */
    public static final class Builder {

        private final String database;
        private final String name;
        private final List<TdField> columns = new ArrayList<>();
        private final List<TdField> tags = new ArrayList<>();

        private Builder(String database, String name) {
            this.database = database;
            this.name = name;
        }

        /** Adds a column; the first has to be the timestamp. */
        public Builder column(String column, DataType type) {
            return column(TdField.of(column, type));
        }

        public Builder column(String column, DataType type, int length) {
            return column(TdField.of(column, type, length));
        }

        public Builder column(TdField column) {
            columns.add(column);
            return this;
        }

        public Builder tag(String tag, DataType type) {
            return tag(TdField.of(tag, type));
        }

        public Builder tag(String tag, DataType type, int length) {
            return tag(TdField.of(tag, type, length));
        }

        public Builder tag(TdField tag) {
            tags.add(tag);
            return this;
        }

        /**
         * The super table.
         *
         * @throws IllegalArgumentException as the record's constructor does
         */
        public TdSuperTable build() {
            return new TdSuperTable(database, name, columns, tags);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where rows go: a table, for a child table also its super table and tags, and the columns of the rows.
 *
 * <p>Immutable.
 *
 * @param database empty for the connection's current database
 * @param table the name of the table, unquoted
 * @param childOf the super table from which the server makes the table when it is missing, or null for a table that
 *     exists already
 * @param columns the names of the columns, unquoted, in the order of the rows' values; at least the timestamp
 */
public record InsertTarget(
        String database, String table, @Nullable ChildOf childOf, List<String> columns) {

    public InsertTarget {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("rows without columns");
        }
    }

    /**
     * A super table and the tags of one of its child tables; the server heeds the tags only when it makes the table.
     *
     * @param superTable its name, unquoted, in the same database
     * @param tagNames the names of the tags, unquoted; tags not named become NULL
     * @param tagValues their values in the same order, null for NULL
     */
    public record ChildOf(String superTable, List<String> tagNames, List<@Nullable Object> tagValues) {

        public ChildOf {
            tagNames = List.copyOf(tagNames);
            tagValues = Collections.unmodifiableList(new ArrayList<>(tagValues));
            if (tagNames.isEmpty() || tagNames.size() != tagValues.size()) {
                throw new IllegalArgumentException(tagNames.size() + " tags with " + tagValues.size() + " values");
            }
        }
    }

    /** What stands in front of the rows, up to VALUES. */
    void appendHead(StringBuilder out) {
        out.append(Identifiers.quote(database, table));
        if (childOf != null) {
            out.append(" USING ").append(Identifiers.quote(database, childOf.superTable()));
            appendNames(out.append(' '), childOf.tagNames());
            SqlLiterals.appendList(out.append(" TAGS "), childOf.tagValues());
        }
        appendNames(out.append(' '), columns);
        out.append(" VALUES ");
    }

    private static void appendNames(StringBuilder out, List<String> names) {
        char separator = '(';
        for (String name : names) {
            out.append(separator).append(Identifiers.quote(name));
            separator = ',';
        }
        out.append(')');
    }
}

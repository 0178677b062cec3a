// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import io.tdspring.client.sql.Identifiers;
import java.util.Locale;
import org.springframework.util.Assert;

/**
 * A topic that {@link TdengineAdmin} makes if there is none of its name; one that is there stays as it is, whatever it is of.
 * Immutable.
 */
public final class TdTopic implements Creatable {

    private final String name;
    private final String meta;
    private final String source;

    private TdTopic(String name, String meta, String source) {
        this.name = name;
        this.meta = meta;
        this.source = source;
        createStatement();
    }

    /**
     * A topic of a query's rows.
     *
     * @param name as the server is to keep it, and as listeners write it
     * @param query a SELECT without aggregates, ORDER BY or LIMIT; sent as it is, so nothing from outside belongs into it
     * @throws IllegalArgumentException if that is no SELECT
     * @throws io.tdspring.error.TdengineException if the name cannot be quoted
     */
    public static TdTopic ofQuery(String name, String query) {
        String sql = query.strip();
        Assert.isTrue(
                sql.toLowerCase(Locale.ROOT).matches("(?s)select\\b.*") && sql.indexOf('\0') < 0,
                () -> "the query of topic " + name + " is no SELECT");
        return new TdTopic(name, "", sql);
    }

    /**
     * A topic of all columns of a super table's rows, without its tags.
     *
     * @param database empty for the client's
     * @throws io.tdspring.error.TdengineException if a name cannot be quoted
     */
    public static TdTopic ofSuperTable(String name, String database, String superTable) {
        return new TdTopic(name, "", "STABLE " + Identifiers.quote(database, superTable));
    }

    /**
     * A topic of all rows of a database.
     *
     * @throws io.tdspring.error.TdengineException if a name cannot be quoted
     */
    public static TdTopic ofDatabase(String name, String database) {
        return new TdTopic(name, "", "DATABASE " + Identifiers.quote(database));
    }

    /**
     * The same with changes of tables beside the rows.
     *
     * @throws IllegalStateException if this is a topic of a query, which knows of none
     */
    public TdTopic withMeta() {
        return with("WITH META ");
    }

    /**
     * The same with changes of tables and no rows.
     *
     * @throws IllegalStateException if this is a topic of a query, which knows of none
     */
    public TdTopic onlyMeta() {
        return with("ONLY META ");
    }

    private TdTopic with(String newMeta) {
        Assert.state(
                source.startsWith("STABLE ") || source.startsWith("DATABASE "),
                () -> this + " is of a query and tells of no changes of tables");
        return new TdTopic(name, newMeta, source);
    }

    /** The name as the server keeps it. */
    public String name() {
        return name;
    }

    @Override
    public String createStatement() {
        return "CREATE TOPIC IF NOT EXISTS " + Identifiers.quote(name) + ' ' + meta + "AS " + source;
    }

    /** {@code topic t_meters}. */
    @Override
    public String toString() {
        return "topic " + name;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics, and who reads them. */
final class ConsumerViews {

    private ConsumerViews() {}

    static SystemView topics(Subscriptions subscriptions) {
        List<Column> columns = List.of(text("topic_name", 192), text("db_name", 64));
        Set<String> untold = Set.of("create_time", "sql", "schema", "meta", "type");
        return new SystemView("ins_topics", columns, untold, scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            subscriptions
                    .topics()
                    .forEach(topic -> rows.add(new @Nullable Object[] {
                        topic.name(), topic.database().name()
                    }));
            return rows;
        });
    }

    static SystemView subscriptions(Subscriptions subscriptions) {
        List<Column> columns = List.of(
                text("topic_name", 205),
                text("consumer_group", 193),
                Column.of("vgroup_id", DataType.INT),
                text("consumer_id", 256),
                text("user", 24),
                text("fqdn", 128),
                text("offset", 64),
                Column.of("rows", DataType.BIGINT));
        return unlessRead("ins_subscriptions", columns, subscriptions);
    }

    static SystemView consumers(Subscriptions subscriptions) {
        List<Column> columns = List.of(
                text("consumer_id", 32),
                text("consumer_group", 193),
                text("client_id", 256),
                text("user", 24),
                text("fqdn", 128),
                text("status", 20),
                text("topics", 205),
                Column.of("up_time", DataType.TIMESTAMP),
                Column.of("subscribe_time", DataType.TIMESTAMP),
                Column.of("rebalance_time", DataType.TIMESTAMP),
                text("parameters", 192),
                Column.of("poll_time", DataType.TIMESTAMP));
        return unlessRead("perf_consumers", columns, subscriptions);
    }

    /** Refused as soon as there is something to tell. */
    private static SystemView unlessRead(String name, List<Column> columns, Subscriptions subscriptions) {
        return new SystemView(name, columns, Set.of(), scope -> {
            if (subscriptions.hasGroups()) {
                throw SqlException.notSupported("Reading " + name + " while topics have consumer groups");
            }
            return List.of();
        });
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.tmq.ConsumerListing;
import io.tdspring.embedded.tmq.ProgressListing;
import io.tdspring.embedded.tmq.Subscriptions;
import java.time.Instant;
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
        return new SystemView("ins_subscriptions", columns, Set.of("fqdn", "offset"), scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            subscriptions.progress().forEach(progress -> rows.add(row(progress)));
            return rows;
        });
    }

    private static @Nullable Object[] row(ProgressListing progress) {
        ConsumerListing consumer = progress.consumer();
        return new @Nullable Object[] {
            progress.topic(),
            progress.group(),
            (long) progress.vgroupId(),
            consumer == null ? null : shownId(consumer),
            consumer == null ? null : consumer.settings().user(),
            null,
            null,
            progress.rows()
        };
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
        Set<String> untold = Set.of("fqdn", "status", "up_time", "parameters");
        return new SystemView("perf_consumers", columns, untold, scope -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (ConsumerListing consumer : subscriptions.consumers()) {
                consumer.topics().forEach(topic -> rows.add(row(consumer, topic)));
            }
            return rows;
        });
    }

    /** A row for each topic of a consumer: there is not more room. */
    private static @Nullable Object[] row(ConsumerListing consumer, String topic) {
        return new @Nullable Object[] {
            shownId(consumer),
            consumer.settings().group(),
            consumer.settings().clientId(),
            consumer.settings().user(),
            null,
            null,
            topic,
            null,
            millis(consumer.subscribed()),
            millis(consumer.rebalanced()),
            null,
            millis(consumer.polled())
        };
    }

    private static String shownId(ConsumerListing consumer) {
        return "0x" + Long.toHexString(consumer.id());
    }

    private static @Nullable Object millis(@Nullable Instant moment) {
        return moment == null ? null : (Object) moment.toEpochMilli();
    }
}

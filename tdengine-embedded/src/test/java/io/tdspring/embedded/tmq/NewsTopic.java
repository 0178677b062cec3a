// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.engine.EngineSettings;
import io.tdspring.embedded.engine.MissingTypes;
import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A database of two vgroups, 2 and 3, with a topic on a super table; ends its consumers. */
final class NewsTopic implements AutoCloseable {

    static final Duration AT_ONCE = Duration.ZERO;
    static final String NAME = "news";

    private final SqlEngine engine;
    private final SessionState session;
    private final List<TopicConsumer> consumers = new ArrayList<>();

    NewsTopic() {
        this(Clock.systemUTC(), Rebalance.AT_ONCE);
    }

    NewsTopic(Clock clock, Rebalance rebalance) {
        engine = new SqlEngine(new EngineSettings(
                clock,
                ZoneOffset.UTC,
                SqlEngine.VERSION,
                MissingTypes.NONE,
                Map.of("root", "taosdata"),
                rebalance,
                Long.MAX_VALUE));
        session = engine.newSession("root");
        run("create database d vgroups 2 keep 36500");
        run("use d");
        run("create stable s (ts timestamp, v int) tags (g int)");
        run("create topic news as stable s");
    }

    SqlEngine engine() {
        return engine;
    }

    TopicConsumer join(String group, OffsetReset reset) {
        return join(group, NAME, reset);
    }

    TopicConsumer join(String group, String topic, OffsetReset reset) {
        return join(ConsumerSettings.of(group, "test", "root", reset), topic);
    }

    TopicConsumer join(ConsumerSettings settings, String topic) {
        TopicConsumer consumer = engine.subscriptions().join(settings, List.of(topic));
        consumers.add(consumer);
        return consumer;
    }

    void run(String sql) {
        engine.execute(session, sql);
    }

    /** One row a number, each in a table of its own. */
    void insert(int from, int to) {
        for (int i = from; i <= to; i++) {
            run("insert into t" + i + " using s tags (1) values (" + i + ", " + i + ")");
        }
    }

    static List<Delivery> pollAll(TopicConsumer consumer) throws InterruptedException {
        List<Delivery> deliveries = new ArrayList<>();
        for (Delivery delivery = consumer.poll(AT_ONCE); delivery != null; delivery = consumer.poll(AT_ONCE)) {
            deliveries.add(delivery);
        }
        return deliveries;
    }

    static List<Long> values(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.blocks().stream())
                .flatMap(block -> block.rows().stream())
                .map(row -> (Long) Objects.requireNonNull(row[1]))
                .toList();
    }

    static List<Integer> vgroups(TopicConsumer consumer) {
        return consumer.assignment(NAME).stream().map(VgroupOffsets::vgroupId).toList();
    }

    static Consumer<Throwable> code(int code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Override
    public void close() {
        consumers.forEach(TopicConsumer::close);
    }
}

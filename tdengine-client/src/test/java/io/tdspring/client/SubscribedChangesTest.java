// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.AlterMeta;
import io.tdspring.data.meta.AlterMeta.Member;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.TableKind;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.embedded.EmbeddedTdengine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics that tell of changes of tables, on the embedded server. */
class SubscribedChangesTest {

    private static final Duration POLL = Duration.ofSeconds(10);

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private TmqConsumer consumer(ConsumerOptions.Builder options) {
        TmqConsumer consumer =
                client.newConsumer(options.autoOffsetReset(OffsetReset.EARLIEST).build());
        consumer.subscribe(List.of("dt"));
        return consumer;
    }

    private static List<TmqMessage> poll(TmqConsumer consumer, int count) {
        List<TmqMessage> messages = new ArrayList<>();
        while (messages.size() < count) {
            TmqMessage message = consumer.poll(POLL);
            assertThat(message).as("after " + messages).isNotNull();
            messages.add(message);
        }
        return messages;
    }

    private void changeTables() {
        client.execute("create database d vgroups 1");
        client.execute("create topic dt with meta as database d");
        client.execute("create table d.st (ts timestamp, v int) tags (g int)");
        client.execute("create table d.c1 using d.st tags (7)");
        client.execute("insert into d.c1 values (1700000000000, 1)");
        client.execute("insert into d.c2 using d.st tags (8) values (1700000000000, 2)");
        client.execute("alter table d.st add column w double");
        client.execute("delete from d.c1 where ts = 1700000000000");
        client.execute("drop table d.c1");
    }

    private static ChildMeta child(String table, long tag) {
        return new ChildMeta(table, "st", 1, List.of(new TagMeta("g", DataType.INT, tag)));
    }

    @Test
    void tellsOfThemInOrder() {
        changeTables();
        try (TmqConsumer consumer = consumer(ConsumerOptions.builder("g"))) {
            List<TmqMessage> messages = poll(consumer, 6);

            assertThat(messages).extracting(TmqMessage::metas).satisfies(metas -> {
                assertThat(metas.get(0))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                TableMeta.Created.class,
                                created -> assertThat(created.table()).isEqualTo("st"));
                assertThat(metas.get(1)).containsExactly(new TableMeta.ChildrenCreated(List.of(child("c1", 7))));
                assertThat(metas.get(2)).containsExactly(new TableMeta.ChildrenCreated(List.of(child("c2", 8))));
                assertThat(metas.get(3))
                        .containsExactly(new AlterMeta.Added(
                                TableKind.SUPER, "st", Member.COLUMN, Column.of("w", DataType.DOUBLE)));
                assertThat(metas.get(4)).singleElement().isInstanceOf(TableMeta.Deleted.class);
                assertThat(metas.get(5)).containsExactly(new TableMeta.Dropped(List.of("c1")));
            });
            assertThat(messages.get(2).blocks())
                    .extracting(TableBlock::tableName)
                    .containsExactly("c2");
        }
    }

    @Test
    void takesThemTogetherIfAsked() {
        changeTables();
        try (TmqConsumer consumer = consumer(ConsumerOptions.builder("g").batchMeta(true))) {
            assertThat(poll(consumer, 1).get(0).metas()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void getsEachMessageAgainFromWhereItStarts(boolean batch) {
        changeTables();
        try (TmqConsumer consumer = consumer(ConsumerOptions.builder("g").batchMeta(batch))) {
            for (int i = 0; i < 3; i++) {
                TmqMessage message = poll(consumer, 1).get(0);

                consumer.seek("dt", message.vgroupId(), message.startOffset());

                assertThat(poll(consumer, 1).get(0).metas()).isEqualTo(message.metas());
            }
        }
    }

    @Test
    void doesNotTellAgainWhatIsCommitted() {
        changeTables();
        try (TmqConsumer first = consumer(ConsumerOptions.builder("g"))) {
            first.commit(poll(first, 4).get(3));
        }

        try (TmqConsumer second = consumer(ConsumerOptions.builder("g"))) {
            TmqMessage next = poll(second, 1).get(0);
            assertThat(next.metas()).singleElement().isInstanceOf(TableMeta.Deleted.class);

            second.seek("dt", next.vgroupId(), next.startOffset());

            assertThat(poll(second, 1).get(0).metas()).isEqualTo(next.metas());
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, defaults and ranges as in TDengine's manual on subscriptions. */
class ConsumerOptionsTest {

    private static ConsumerOptions of(String name, String value) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("group.id", "g");
        options.put(name, value);
        return ConsumerOptions.of(options);
    }

    @Test
    void readsEveryOptionByItsName() {
        ConsumerOptions options = ConsumerOptions.of(Map.ofEntries(
                Map.entry("group.id", "g"),
                Map.entry("client.id", "me"),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("session.timeout.ms", "20000"),
                Map.entry("heartbeat.interval.ms", "2000"),
                Map.entry("max.poll.interval.ms", "60000"),
                Map.entry("fetch.max.wait.ms", "500"),
                Map.entry("min.poll.rows", "100"),
                Map.entry("msg.with.table.name", "false"),
                Map.entry("enable.batch.meta", "true"),
                Map.entry("msg.consume.excluded", "1"),
                Map.entry("enable.replay", "false"),
                Map.entry("enable.auto.commit", "true"),
                Map.entry("auto.commit.interval.ms", "1000")));

        assertThat(options.groupId()).isEqualTo("g");
        assertThat(options.clientId()).isEqualTo("me");
        assertThat(options.autoOffsetReset()).isEqualTo(OffsetReset.EARLIEST);
        assertThat(options.sessionTimeout()).hasSeconds(20);
        assertThat(options.maxPollInterval()).hasSeconds(60);
        assertThat(options.fetchMaxWait()).hasMillis(500);
        assertThat(options.minPollRows()).hasValue(100);
        assertThat(options.withTableName()).isFalse();
        assertThat(options.batchMeta()).isTrue();
        assertThat(options.autoCommit()).isTrue();
        assertThat(options.autoCommitInterval()).hasSeconds(1);
        assertThat(options.toOptions())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("group.id", "g"),
                        Map.entry("client.id", "me"),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("session.timeout.ms", "20000"),
                        Map.entry("heartbeat.interval.ms", "2000"),
                        Map.entry("max.poll.interval.ms", "60000"),
                        Map.entry("fetch.max.wait.ms", "500"),
                        Map.entry("min.poll.rows", "100"),
                        Map.entry("msg.with.table.name", "false"),
                        Map.entry("msg.enable.batchmeta", "1"),
                        Map.entry("msg.consume.excluded", "1"),
                        Map.entry("enable.replay", "false"),
                        // The server must never commit by itself what nobody has handled.
                        Map.entry("enable.auto.commit", "false")));
    }

    @Test
    void hasTheSameDefaultsEitherWay() {
        ConsumerOptions built = ConsumerOptions.builder("g").build();

        assertThat(ConsumerOptions.of(Map.of("Group.ID", "g")).toOptions()).isEqualTo(built.toOptions());
        assertThat(built.clientId()).isNull();
        assertThat(built.autoOffsetReset()).isEqualTo(OffsetReset.LATEST);
        assertThat(built.sessionTimeout()).isNull();
        assertThat(built.maxPollInterval()).isNull();
        assertThat(built.fetchMaxWait()).isNull();
        assertThat(built.minPollRows()).isEmpty();
        assertThat(built.withTableName()).isTrue();
        assertThat(built.batchMeta()).isFalse();
        assertThat(built.autoCommit()).isFalse();
        assertThat(built.autoCommitInterval()).hasSeconds(5);
        assertThat(built.connection()).isEmpty();
    }

    @Test
    void tellsTheServerWhatTheBuilderWasTold() {
        ConsumerOptions options = ConsumerOptions.builder("g")
                .maxPollInterval(Duration.ofMinutes(1))
                .fetchMaxWait(Duration.ofMillis(200))
                .minPollRows(1)
                .withTableName(false)
                .batchMeta(true)
                .autoCommit(true)
                .autoCommitInterval(Duration.ofSeconds(2))
                .config("no.such.key", "1")
                .build();

        assertThat(options.autoCommitInterval()).hasSeconds(2);
        assertThat(options.toOptions())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "group.id", "g",
                        "auto.offset.reset", "latest",
                        "enable.auto.commit", "false",
                        "max.poll.interval.ms", "60000",
                        "fetch.max.wait.ms", "200",
                        "min.poll.rows", "1",
                        "msg.with.table.name", "false",
                        "msg.enable.batchmeta", "1",
                        "no.such.key", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.timeout.ms | 5999 | a whole number from 6000 to 1800000",
                "session.timeout.ms | 1800001 | a whole number from 6000 to 1800000",
                "session.timeout.ms | soon | a whole number from 6000 to 1800000",
                "max.poll.interval.ms | 999 | a whole number from 1000 on",
                "max.poll.interval.ms | 2147483648 | a whole number from 1000 on",
                "heartbeat.interval.ms | 999 | a whole number from 1000 to 1800000",
                "min.poll.rows | 0 | a whole number from 1 on",
                "fetch.max.wait.ms | 1s | a whole number from 1 on",
                "auto.offset.reset | first | one of earliest, latest, none",
                "msg.with.table.name | yes | true or false",
                "enable.auto.commit | '' | true or false",
                "td.connect.port | 65536 | a whole number from 1 to 65535",
                "group.id | a:b | a text without a colon",
                "group.id | ' ' | 1 to 192 bytes, and this has 1",
                "client.id | '' | 1 to 255 bytes, and this has 0"
            })
    void saysWhatAnOptionTakes(String name, String value, String form) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(name, value))
                .withMessage("bad value \"" + value + "\" of option " + name + ": it is " + form);
    }

    @Test
    void countsBytesAndNotCharacters() {
        String longest = "组".repeat(64);
        assertThat(ConsumerOptions.builder(longest).build().groupId()).isEqualTo(longest);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsumerOptions.builder(longest + "g"))
                .withMessageEndingWith("1 to 192 bytes, and this has 193");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("client.id", "é".repeat(128)))
                .withMessageEndingWith("1 to 255 bytes, and this has 256");
    }

    @ParameterizedTest
    @CsvSource({
        "session.timeout, session.timeout.ms",
        "auto.offset.rest, auto.offset.reset",
        "GROUP_ID, group.id",
        "td.connect.password, td.connect.pass"
    })
    void namesTheNearestOption(String unknown, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(unknown, "1"))
                .withMessage("unknown consumer option \"" + unknown + "\"; did you mean \"" + nearest + "\"?");
    }

    @Test
    void needsAGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsumerOptions.of(Map.of("client.id", "me")))
                .withMessageContaining("group.id");
    }

    @Test
    void wantsMoreThanOneHeartbeatASession() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("heartbeat.interval.ms", "12000"))
                .withMessage("option heartbeat.interval.ms, 12000, must be less than session.timeout.ms, 12000");
    }

    @ParameterizedTest
    @CsvSource({"experimental.snapshot.enable, true", "msg.consume.rawdata, 1"})
    void refusesWhatHasNoOffsets(String name, String on) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(name, on))
                .withMessageStartingWith("option " + name + " cannot be switched on: ");

        assertThat(of(name, "false").toOptions()).doesNotContainKey(name);
    }

    @Test
    void keepsWhereToConnectFromTheServer() {
        ConsumerOptions options = ConsumerOptions.of(Map.of(
                "group.id", "g",
                "td.connect.ip", "db1",
                "td.connect.port", "6041",
                "td.connect.user", "root",
                "td.connect.pass", "a secret"));

        assertThat(options.connection())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "td.connect.ip", "db1",
                        "td.connect.port", "6041",
                        "td.connect.user", "root",
                        "td.connect.pass", "a secret"));
        assertThat(options.toOptions().keySet()).noneMatch(key -> key.startsWith("td.connect."));
    }

    @ParameterizedTest
    @CsvSource({"Enable.Auto.Commit, true", "td.connect.pass, x", "td.connect.token, x", "group.id, h", "client.id, me"
    })
    void leavesWhatIsNoMatterOfTheServerToMethods(String name, String value) {
        ConsumerOptions.Builder builder = ConsumerOptions.builder("g");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.config(name, value))
                .withMessage("option " + name + " cannot be set through config");
    }

    @Test
    void checksKnownOptionsAmongFurtherOnes() {
        ConsumerOptions.Builder builder = ConsumerOptions.builder("g");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.config("Min.Poll.Rows", "many"));

        assertThat(builder.config("Min.Poll.Rows", "10").build().minPollRows()).hasValue(10);
    }
}

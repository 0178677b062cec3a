// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void leavesNoThreadBehind() {
        EmbeddedTdengine server = EmbeddedTdengine.builder().start();
        new RestPeer(server).run("/rest/sql", "create database d");
        WebSocketPeer query = new WebSocketPeer(server, "/ws");
        query.ask("{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"}}");
        WebSocketPeer consumer = new WebSocketPeer(server, "/rest/tmq");
        // Waits for a subscription for ever.
        consumer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":2,\"blocking_time\":-1}}");
        consumer.ask("{\"action\":\"version\"}");
        assertThat(threads()).anyMatch(name -> name.contains("-io-"));
        assertThat(threads()).anyMatch(name -> name.contains("-sql-"));
        assertThat(threads()).anyMatch(name -> name.contains("-consumer-"));

        server.close();

        assertThat(threads()).isEmpty();
        assertThat(query.receive()).isEqualTo(WebSocketPeer.CLOSED);
        assertThat(consumer.receive()).isEqualTo(WebSocketPeer.CLOSED);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tdengine-embedded-"))
                .toList();
    }

    @Test
    void closesQuicklyAndAsOftenAsOneLikes() {
        EmbeddedTdengine server = EmbeddedTdengine.builder().start();
        long start = System.nanoTime();

        server.close();
        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesAPortThatIsInUse() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            assertThatThrownBy(
                            () -> EmbeddedTdengine.builder().port(server.port()).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void keepsTwoServersApart() {
        try (EmbeddedTdengine one = EmbeddedTdengine.builder().start();
                EmbeddedTdengine two = EmbeddedTdengine.builder().start()) {
            new RestPeer(one).run("/rest/sql", "create database d");

            assertThat(new RestPeer(two).post("/rest/sql", "drop database d").body())
                    .contains("Database not exist");
        }
    }

    @Test
    void listensOnTheAddressOfThisMachineAlone() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            assertThat(server.endpoint()).isEqualTo("127.0.0.1:" + server.port());
            assertThat(server.port()).isPositive();
        }
    }
}

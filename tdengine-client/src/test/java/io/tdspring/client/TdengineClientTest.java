// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.cluster.Cluster;
import io.tdspring.client.cluster.ConnectionPool;
import io.tdspring.client.cluster.PoolLimits;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the client adds to its transport. */
class TdengineClientTest {

    private static final Timeouts TIMEOUTS = new Timeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int deadConnections;

    private TdengineClient client() {
        Cluster cluster = new Cluster(List.of(new ScriptedTransport()), TIMEOUTS.connect());
        ConnectionPool pool = cluster.newPool(new SessionState("d", null), PoolLimits.of(8, Duration.ofMinutes(10)));
        ConsumerConnections consumers = new ConsumerConnections(List.of(), new Credentials("root", "taosdata"));
        return new TdengineClient(TransportType.WEBSOCKET, cluster, new Requests(pool, TIMEOUTS), consumers);
    }

    @Test
    void doesNotConnectBeforeItIsUsed() {
        try (TdengineClient client = client()) {
            assertThat(client.endpoint()).isEqualTo("host:6041");
            assertThat(client.supports(Feature.SUBSCRIBE)).isFalse();
            assertThat(calls).isEmpty();
        }
    }

    @Test
    void usesOneConnection() {
        try (TdengineClient client = client()) {
            client.execute("a");
            client.execute("b");
        }
        assertThat(calls).containsExactly("connect d", "a", "b", "close connection", "close transport");
    }

    @Test
    void sendsOnceMoreWhatWasNotSent() {
        deadConnections = 1;
        try (TdengineClient client = client()) {
            assertThat(client.execute("a")).isZero();
        }
        assertThat(calls)
                .filteredOn(call -> !call.startsWith("close"))
                .containsExactly("connect d", "a", "connect d", "a");
    }

    @Test
    void sendsOnceMoreAndNoMore() {
        deadConnections = 2;
        try (TdengineClient client = client()) {
            assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> client.execute("a"));
        }
        assertThat(calls).filteredOn("a"::equals).hasSize(2);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdengineClient.builder().endpoints(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdengineClient.builder().endpoints("host:port"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TdengineClient.builder().requestTimeout(Duration.ZERO).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdengineClient.builder()
                        .connectTimeout(Duration.ofSeconds(-1))
                        .build());
    }

    private final class ScriptedTransport implements Transport {

        @Override
        public Endpoint endpoint() {
            return new Endpoint("host", 6041);
        }

        @Override
        public boolean supports(Feature feature) {
            return false;
        }

        @Override
        public Connection connect(SessionState state, Duration timeout) {
            calls.add("connect " + state.database());
            return new ScriptedConnection(deadConnections-- > 0);
        }

        @Override
        public Subscription openSubscription(Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            calls.add("close transport");
        }
    }

    private final class ScriptedConnection implements Connection {

        private final boolean dead;
        private boolean open = true;

        ScriptedConnection(boolean dead) {
            this.dead = dead;
        }

        @Override
        public Endpoint endpoint() {
            return new Endpoint("host", 6041);
        }

        @Override
        public ServerVersion serverVersion() {
            return new ServerVersion("3.3.7.5");
        }

        @Override
        public Result query(SqlRequest request) {
            calls.add(request.sql());
            if (dead) {
                open = false;
                throw new RequestNotSentException("dead", request.requestId(), null);
            }
            return NoRows.INSTANCE;
        }

        @Override
        public void onEnd(Runnable listener) {}

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            calls.add("close connection");
        }
    }
}

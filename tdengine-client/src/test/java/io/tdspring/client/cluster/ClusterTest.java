// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Where connections go, and what becomes of servers that fail. */
class ClusterTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualUpkeep upkeep = new ManualUpkeep();
    private final ScriptedServer a = new ScriptedServer("a");
    private final ScriptedServer b = new ScriptedServer("b");
    private final Cluster cluster = new Cluster(List.of(a, b), Duration.ofSeconds(10), upkeep);
    private final Logger logger = (Logger) LoggerFactory.getLogger(EndpointHealth.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        cluster.close();
    }

    private MemberConnection connect() {
        return cluster.connect(SessionState.NONE);
    }

    private String connectTo() {
        return connect().member().endpoint().host();
    }

    private EndpointState stateOf(int server) {
        return cluster.status().get(server).state();
    }

    private List<String> logged(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void spreadsConnectionsEvenly() {
        assertThat(List.of(connectTo(), connectTo(), connectTo())).containsExactly("a", "b", "a");
    }

    @Test
    void countsConnectionsUntilTheyEnd() {
        MemberConnection first = connect();
        connect();
        MemberConnection third = connect();
        assertThat(cluster.status()).extracting(EndpointStatus::connections).containsExactly(2, 1);

        first.close();
        third.close();

        assertThat(cluster.status()).extracting(EndpointStatus::connections).containsExactly(0, 1);
        assertThat(stateOf(0)).isEqualTo(EndpointState.UP);
        assertThat(connectTo()).isEqualTo("a");
    }

    @Test
    void passesOverAServerThatFailedUntilAProbeSucceeds() {
        a.goDown();
        assertThat(List.of(connectTo(), connectTo())).containsExactly("b", "b");
        assertThat(a.attempts()).isEqualTo(1);
        assertThat(stateOf(0)).isEqualTo(EndpointState.DOWN);

        a.comeUp();
        assertThat(connectTo()).isEqualTo("b");
        upkeep.pass(SECOND);

        assertThat(stateOf(0)).isEqualTo(EndpointState.UP);
        assertThat(a.open()).isEmpty();
        assertThat(connectTo()).isEqualTo("a");
    }

    @Test
    void passesOverAServerWhoseConnectionBroke() {
        connect();
        a.open().get(0).breakOff();

        assertThat(stateOf(0)).isEqualTo(EndpointState.SUSPECT);
        assertThat(List.of(connectTo(), connectTo())).containsExactly("b", "b");
        upkeep.pass(SECOND);
        assertThat(stateOf(0)).isEqualTo(EndpointState.UP);
        assertThat(logged(Level.WARN)).isEmpty();
    }

    @Test
    void probesLessAndLessOften() {
        a.goDown();
        connect();
        List<Long> millis = new ArrayList<>();
        for (int probe = 0; probe < 9; probe++) {
            Duration next = upkeep.untilNext();
            millis.add(next.toMillis());
            upkeep.pass(next);
        }

        long[] nominal = {1, 2, 4, 8, 16, 32, 60, 60, 60};
        for (int probe = 0; probe < nominal.length; probe++) {
            assertThat(millis.get(probe)).isBetween(nominal[probe] * 500, nominal[probe] * 1000);
        }
        assertThat(a.attempts()).isEqualTo(10);
    }

    @Test
    void beginsAnewWithProbesAfterSuccess() {
        a.goDown();
        connect();
        upkeep.pass(Duration.ofMinutes(10));
        a.comeUp();
        upkeep.pass(Duration.ofMinutes(1));
        assertThat(upkeep.untilNext()).isNull();

        a.goDown();
        assertThat(connectTo()).isEqualTo("b");

        assertThat(upkeep.untilNext()).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void triesServersThatFailedIfThereAreNoOthers() {
        a.goDown();
        b.goDown();
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(this::connect)
                .withMessage("no endpoint can be used: a:6041 refused the connection; b:6041 refused the connection");

        b.comeUp();

        assertThat(connectTo()).isEqualTo("b");
        assertThat(stateOf(1)).isEqualTo(EndpointState.UP);
    }

    @Test
    void doesNotTakeARefusedUserForAnOutage() {
        a.fail(new TdengineConnectionException(ErrorCodes.AUTHENTICATION_FAILURE, "Authentication failure", 1, null));

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(this::connect)
                .withMessageContaining("Authentication failure");

        assertThat(b.attempts()).isZero();
        assertThat(cluster.status()).extracting(EndpointStatus::connections).containsExactly(0, 0);
        assertThat(stateOf(0)).isEqualTo(EndpointState.UP);
    }

    @Test
    void warnsOnceAMinuteWhileAServerIsDown() {
        a.goDown();
        connect();
        assertThat(logged(Level.WARN)).containsExactly("a:6041 cannot be used: a:6041 refused the connection");

        upkeep.pass(Duration.ofSeconds(55));
        assertThat(a.attempts()).isGreaterThan(4);
        assertThat(logged(Level.WARN)).hasSize(1);
        upkeep.pass(Duration.ofMinutes(9));

        assertThat(logged(Level.WARN)).hasSizeBetween(5, 10);
        assertThat(logged(Level.WARN).get(1)).startsWith("a:6041 cannot be used since ");
        assertThat(logged(Level.INFO)).isEmpty();
    }

    @Test
    void warnsNotMoreOftenOfAServerThatComesAndGoes() {
        for (int outage = 0; outage < 3; outage++) {
            a.goDown();
            connect();
            a.comeUp();
            upkeep.pass(Duration.ofSeconds(10));
            assertThat(stateOf(0)).isEqualTo(EndpointState.UP);
        }

        assertThat(logged(Level.WARN)).hasSize(1);
        assertThat(logged(Level.INFO)).hasSize(1);
    }

    @Test
    void tellsHowLongAnOutageWas() {
        a.goDown();
        b.goDown();
        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(this::connect);
        a.comeUp();
        upkeep.pass(Duration.ofMillis(400));

        assertThat(connectTo()).isEqualTo("a");

        assertThat(logged(Level.INFO)).containsExactly("a:6041 can be used again, after 0 s");
        upkeep.pass(Duration.ofMinutes(5));
        b.comeUp();
        upkeep.pass(Duration.ofMinutes(1));
        assertThat(logged(Level.INFO)).hasSize(2);
        assertThat(logged(Level.INFO).get(1)).matches("b:6041 can be used again, after [56] min \\d+ s");
    }

    @Test
    void doesNothingMoreOnceItIsClosed() {
        a.goDown();
        connect();

        cluster.close();
        upkeep.pass(Duration.ofMinutes(5));

        assertThat(a.attempts()).isEqualTo(1);
        assertThat(b.open()).isEmpty();
    }
}

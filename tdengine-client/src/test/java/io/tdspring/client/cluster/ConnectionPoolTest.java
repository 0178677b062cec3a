// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connection a request gets, and when connections are opened and closed. */
class ConnectionPoolTest {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final ManualUpkeep upkeep = new ManualUpkeep();
    private final ScriptedServer a = new ScriptedServer("a");
    private final ScriptedServer b = new ScriptedServer("b");
    private final Cluster cluster = new Cluster(List.of(a, b), Duration.ofSeconds(10), upkeep);
    private final ConnectionPool pool = cluster.newPool(SessionState.NONE, new PoolLimits(4, 2, IDLE));

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(10));
    }

    private Lease lease() {
        return pool.lend(soon(), lease -> lease);
    }

    /** Takes so many leases, and waits for the connections that are opened on account of them: with every third one. */
    private List<Lease> leases(int count) throws InterruptedException {
        List<Lease> leases = new ArrayList<>();
        while (leases.size() < count) {
            leases.add(lease());
            int connections = Math.min(4, 1 + leases.size() / 3);
            eventually(() -> pool.status().connections() >= connections);
        }
        return leases;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        Deadline deadline = soon();
        while (!condition.getAsBoolean()) {
            assertThat(deadline.isOver()).as("in time").isFalse();
            boolean unused = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void sharesOneConnectionWhileItIsNotBusy() {
        try (Lease one = lease();
                Lease other = lease()) {
            assertThat(one.connection()).isSameAs(other.connection());
            assertThat(pool.status()).isEqualTo(new PoolStatus(1, 2));
        }
        assertThat(pool.status()).isEqualTo(new PoolStatus(1, 0));
    }

    @Test
    void opensAnotherConnectionInTheBackgroundWhenAllAreBusy() throws Exception {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        lease();
        lease();
        b.waitFor(gate);

        Lease third = lease();
        assertThat(third.connection().endpoint().host()).isEqualTo("a");
        gate.complete(true);
        eventually(() -> pool.status().connections() == 2);

        assertThat(lease().connection().endpoint().host()).isEqualTo("b");
    }

    @Test
    void opensNoMoreThanItMay() throws Exception {
        List<Lease> leases = leases(4 * 2 + 5);

        assertThat(pool.status()).isEqualTo(new PoolStatus(4, leases.size()));
        assertThat(a.open()).hasSize(2);
        assertThat(b.open()).hasSize(2);
    }

    @Test
    void givesALeaseBackOnce() {
        Lease one = lease();
        Lease other = lease();

        one.close();
        one.close();

        assertThat(pool.status().leases()).isEqualTo(1);
        other.close();
        assertThat(pool.status().leases()).isZero();
    }

    @Test
    void closesIdleConnectionsButTheLast() throws Exception {
        leases(7).forEach(Lease::close);
        assertThat(pool.status().connections()).isGreaterThan(2);

        upkeep.pass(IDLE.multipliedBy(2));

        assertThat(pool.status()).isEqualTo(new PoolStatus(1, 0));
        eventually(() -> a.open().size() + b.open().size() == 1);
    }

    @Test
    void neverLendsAConnectionThatHasEnded() {
        Connection first = lease().connection();
        a.open().get(0).breakOff();

        Connection second = lease().connection();

        assertThat(first.isOpen()).isFalse();
        assertThat(second.endpoint().host()).isEqualTo("b");
    }

    @Test
    void doesNotLendASilentConnectionUntilItIsHeardAgain() {
        Connection first = use(lease());
        a.open().get(0).setSilent(true);

        assertThat(use(lease()).endpoint().host()).isEqualTo("b");
        assertThat(use(lease()).endpoint().host()).isEqualTo("b");
        assertThat(first.isOpen()).isTrue();
        a.open().get(0).setSilent(false);

        assertThat(use(lease())).isSameAs(first);
        assertThat(pool.status()).isEqualTo(new PoolStatus(2, 0));
    }

    @Test
    void replacesASilentConnectionIfThereMayBeNoOther() throws Exception {
        ConnectionPool single = cluster.newPool(SessionState.NONE, PoolLimits.single());
        Connection first = use(single.lend(soon(), lease -> lease));
        a.open().get(0).setSilent(true);

        Connection second = use(single.lend(soon(), lease -> lease));

        assertThat(second.endpoint().host()).isEqualTo("b");
        assertThat(single.status()).isEqualTo(new PoolStatus(1, 0));
        eventually(() -> !first.isOpen());
    }

    private static Connection use(Lease lease) {
        try (lease) {
            return lease.connection();
        }
    }

    @Test
    void repeatsOnceWhatWasNotSent() {
        List<Connection> used = new ArrayList<>();

        assertThatExceptionOfType(RequestNotSentException.class)
                .isThrownBy(() -> pool.run(soon(), connection -> {
                    used.add(connection);
                    throw new RequestNotSentException("not sent", 1, null);
                }));

        assertThat(used).hasSize(2).doesNotHaveDuplicates();
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0));
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenDone() {
        List<Connection> used = new ArrayList<>();

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> pool.run(soon(), connection -> {
                    used.add(connection);
                    throw new TdengineConnectionException("broke", null);
                }));

        assertThat(used).hasSize(1);
        assertThat(pool.status().leases()).isZero();
    }

    @Test
    void callersShareAnAttemptToConnect() throws Exception {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        a.goDown().waitFor(gate);
        b.goDown();
        List<CompletableFuture<Lease>> callers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            callers.add(CompletableFuture.supplyAsync(this::lease, task -> new Thread(task).start()));
        }
        eventually(() -> a.attempts() == 1);
        a.comeUp();

        gate.complete(true);
        for (CompletableFuture<Lease> caller : callers) {
            assertThat(caller.get(10, TimeUnit.SECONDS).connection().endpoint().host())
                    .isEqualTo("a");
        }

        assertThat(a.open()).hasSizeBetween(1, 2);
    }

    @Test
    void movesConnectionsToAServerThatHasComeBack() throws Exception {
        b.goDown();
        List<Lease> leases = leases(10);
        assertThat(a.open()).hasSize(4);

        b.comeUp();
        upkeep.pass(Duration.ofSeconds(1));

        assertThat(pool.status()).isEqualTo(new PoolStatus(2, 10));
        assertThat(a.open()).as("those in use stay").hasSize(4);
        leases.forEach(Lease::close);
        eventually(() -> a.open().size() == 2);
        leases(9);
        eventually(() -> pool.status().connections() == 4);
        assertThat(b.open()).hasSize(2);
    }

    @Test
    void goesOverToConnectionsWithAnotherDatabase() throws Exception {
        Lease before = lease();

        pool.useDatabase("d", soon());

        Lease behind = lease();
        assertThat(behind.connection()).isNotSameAs(before.connection());
        assertThat(before.connection().isOpen()).isTrue();
        before.close();
        eventually(() -> !before.connection().isOpen());
        assertThat(behind.connection().isOpen()).isTrue();
    }

    @Test
    void closingFailsThoseWhoWaitForAConnection() throws Exception {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        a.waitFor(gate);
        CompletableFuture<Lease> caller = CompletableFuture.supplyAsync(this::lease, task -> new Thread(task).start());
        eventually(() -> a.attempts() == 1);

        cluster.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(TdengineConnectionException.class);
        gate.complete(true);
        eventually(() -> a.open().isEmpty());
        assertThatIllegalStateException().isThrownBy(this::lease);
    }
}

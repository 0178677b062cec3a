// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Timeouts;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that looks after all sockets of an engine, as long as there are any. Thread-safe. */
final class Heartbeat implements AutoCloseable {

    private static final Duration LONGEST_BEAT = Duration.ofMillis(100);
    private static final Duration SHORTEST_BEAT = Duration.ofMillis(5);

    /** Of a timeout; it is noticed late by that. */
    private static final int SHARE = 4;

    private final Set<FramedSocket> sockets = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;
    private final long beatNanos;
    private boolean beating; // guarded by this

    Heartbeat(String name, Timeouts timeouts) {
        this.beatNanos = beat(timeouts).toNanos();
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    private static Duration beat(Timeouts timeouts) {
        Duration share = min(timeouts.pingInterval(), timeouts.pingTimeout()).dividedBy(SHARE);
        return share.compareTo(SHORTEST_BEAT) < 0 ? SHORTEST_BEAT : min(share, LONGEST_BEAT);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Looks after a socket until it is {@linkplain #forget forgotten}; ends it if this is closed. */
    synchronized void watch(FramedSocket socket) {
        if (thread.isShutdown()) {
            socket.cancel();
            return;
        }
        sockets.add(socket);
        if (!beating) {
            schedule();
        }
    }

    void forget(FramedSocket socket) {
        sockets.remove(socket);
    }

    private void schedule() {
        beating = true;
        ScheduledFuture<?> unused = thread.schedule(this::beatOnce, beatNanos, TimeUnit.NANOSECONDS);
    }

    private void beatOnce() {
        try {
            long now = System.nanoTime();
            for (FramedSocket socket : sockets) {
                socket.check(now);
            }
        } finally {
            beatAgain();
        }
    }

    private synchronized void beatAgain() {
        beating = false;
        if (!sockets.isEmpty() && !thread.isShutdown()) {
            schedule();
        }
    }

    /** Ends all sockets. */
    @Override
    public void close() {
        synchronized (this) {
            thread.shutdownNow();
        }
        for (FramedSocket socket : sockets) {
            socket.cancel();
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one server: daemons, named for their job.
 *
 * <p>Thread-safe.
 */
public final class ServerThreads implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ServerThreads.class.getName());
    private static final int MIN_SQL_THREADS = 4;
    private static final int IDLE_SECONDS = 30;
    private static final int CLOSE_SECONDS = 10;
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private final String prefix = "tdengine-embedded-" + SERVERS.incrementAndGet();
    private final Set<Thread> live = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor sql;
    private final ScheduledThreadPoolExecutor timer;

    /** Threads for a new server; none runs yet. */
    public ServerThreads() {
        int size = Math.max(MIN_SQL_THREADS, 2 * Runtime.getRuntime().availableProcessors());
        sql = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory("sql"));
        sql.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, factory("timer"));
    }

    /** Makes threads for one job. */
    public ThreadFactory factory(String job) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            String name = prefix + "-" + job + "-" + number.incrementAndGet();
            Thread thread = new Thread(() -> runAndForget(task), name);
            thread.setDaemon(true);
            live.add(thread);
            return thread;
        };
    }

    private void runAndForget(Runnable task) {
        try {
            task.run();
        } finally {
            live.remove(Thread.currentThread());
        }
    }

    /** Runs a quick task again and again until this is closed. */
    public void every(Duration period, Runnable task) {
        // The future would tell of a failure, and of that the log does.
        Future<?> unused = timer.scheduleAtFixedRate(
                () -> runOrLog(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void runOrLog(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A task of the timer failed", e);
        }
    }

    /** Runs statements, as many at once as there are threads; refuses them once this is closed. */
    public Executor sql() {
        return sql;
    }

    /** Interrupts the threads for statements, and waits until they have ended. */
    public void endStatements() {
        sql.shutdownNow();
        try {
            boolean unused = sql.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link #endStatements}, and waits until the threads of all jobs have ended. */
    @Override
    public void close() {
        timer.shutdownNow();
        endStatements();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        boolean interrupted = false;
        for (Thread thread : live) {
            interrupted |= !join(thread, deadline);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean join(Thread thread, long deadline) {
        if (thread == Thread.currentThread()) {
            return true;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

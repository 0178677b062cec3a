// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due on one thread, which is there only while something is to be done. */
final class UpkeepThread implements Upkeep {

    private static final Logger log = LoggerFactory.getLogger(UpkeepThread.class);

    private final ScheduledThreadPoolExecutor thread;

    UpkeepThread() {
        thread = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread made = new Thread(task, "tdengine-upkeep");
                    made.setDaemon(true);
                    return made;
                },
                // What comes after the end is not to be done.
                new ThreadPoolExecutor.DiscardPolicy());
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("upkeep of the connections to TDengine failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

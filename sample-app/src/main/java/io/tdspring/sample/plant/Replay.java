// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Creates the plant's schema, starts the listeners, and plays the stations' files into TDengine as a stream: some rows of
 * each station at every tick. While the server is away
 * it stands still and tries again at the next tick. Everything but the life-cycle runs on one thread.
 */
@Component
class Replay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final TdengineOperations tdengine;
    private final PlantSchema schema;
    private final TdTopicListenerEndpointRegistry listeners;
    private final Duration tick;
    private final int rowsPerTick;
    private final List<Tape> tapes = Stream.of(Station.values()).map(Tape::new).toList();

    /** Guarded by this. */
    private @Nullable ScheduledExecutorService ticker;

    /** Guarded by this. */
    private @Nullable ScheduledFuture<?> ticks;

    private boolean schemaStands;
    private boolean waiting;

    Replay(
            TdengineOperations tdengine,
            PlantSchema schema,
            TdTopicListenerEndpointRegistry listeners,
            @Value("${plant.replay.tick}") Duration tick,
            @Value("${plant.replay.rows-per-tick}") int rowsPerTick) {
        this.tdengine = tdengine;
        this.schema = schema;
        this.listeners = listeners;
        this.tick = tick;
        this.rowsPerTick = rowsPerTick;
    }

    @Override
    public synchronized void start() {
        if (ticker == null) {
            ticker = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "plant-replay"));
            // With a delay and not at a rate: ticks that a slow server held up are not made good for in a burst.
            ticks = ticker.scheduleWithFixedDelay(this::playTick, 0, tick.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void playTick() {
        try {
            if (!schemaStands) {
                schema.create();
                schemaStands = true;
                listeners.getListenerContainers().forEach(TdTopicListenerContainer::start);
            }
            tapes.forEach(this::play);
            if (waiting) {
                log.info("TDengine is there, the replay goes on");
                waiting = false;
            }
            if (tapes.stream().allMatch(Tape::isAtEnd)) {
                log.info("All readings are stored");
                endTicks();
            }
        } catch (DataAccessException e) {
            // Whatever server comes next may be a new one.
            schemaStands = false;
            if (!waiting) {
                log.warn("The replay waits for TDengine: {}", e.getMessage());
                waiting = true;
            }
        } catch (RuntimeException e) {
            // A scheduled task that throws is dropped without a word.
            log.error("The replay has ended", e);
            throw e;
        }
    }

    private void play(Tape tape) {
        List<Object> readings = tape.next(rowsPerTick);
        if (!readings.isEmpty()) {
            tdengine.insert(readings);
            tape.advance();
        }
    }

    private synchronized void endTicks() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    @Override
    public synchronized void stop() {
        if (ticker != null) {
            ticker.shutdownNow();
            ticker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticker != null;
    }
}

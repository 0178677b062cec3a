// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.spring.annotation.TdTopicListener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Receives every row from the topics and counts it, by station. {@link Replay} starts the listeners as soon as their topics
 * exist. TDengine delivers at least once, so a row that comes
 * again (after a crash, say) is counted apart. Thread-safe.
 */
@Component
class Arrivals {

    private final Map<String, Set<Instant>> seen = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();

    @TdTopicListener(
            id = "weather-plant-hourly",
            topics = PlantSchema.HOURLY_TOPIC,
            batch = "true",
            autoStartup = "false")
    void hourly(List<HourlyReading> readings) {
        readings.forEach(reading -> count(reading.station(), reading.ts()));
    }

    @TdTopicListener(id = "weather-plant-daily", topics = PlantSchema.DAILY_TOPIC, autoStartup = "false")
    void daily(DailyReading reading) {
        count(reading.station(), reading.ts());
    }

    private void count(String station, Instant ts) {
        boolean first = seen.computeIfAbsent(station, s -> ConcurrentHashMap.newKeySet())
                .add(ts);
        if (!first) {
            repeated.incrementAndGet();
        }
    }

    /** How many different rows of the station have come. */
    int received(Station station) {
        return seen.getOrDefault(station.id(), Set.of()).size();
    }

    /** How many rows have come once more. */
    long repeated() {
        return repeated.get();
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.data.Row;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the page shows: counts from the listener, series and daily means from TDengine. */
@Service
class Plant {

    private final TdengineOperations tdengine;
    private final Arrivals arrivals;
    private final TdTopicListenerEndpointRegistry listeners;
    private final Map<Station, Integer> sourceRows =
            Stream.of(Station.values()).collect(Collectors.toMap(station -> station, Station::sourceRows));

    Plant(TdengineOperations tdengine, Arrivals arrivals, TdTopicListenerEndpointRegistry listeners) {
        this.tdengine = tdengine;
        this.arrivals = arrivals;
        this.listeners = listeners;
    }

    /** A station with the rows of its file and those that the listener has received. */
    record StationProgress(String station, int sourceRows, int receivedRows) {}

    /**
     * Where everything stands.
     *
     * @param repeatedRows rows that came more than once
     * @param lag offsets by which the listeners are behind, or null while that is unknown
     */
    record Progress(
            List<StationProgress> stations,
            long repeatedRows,
            @Nullable Long lag) {}

    List<StationProgress> stations() {
        return Stream.of(Station.values())
                .map(station -> new StationProgress(
                        station.id(), sourceRows.getOrDefault(station, 0), arrivals.received(station)))
                .toList();
    }

    Progress progress() {
        return new Progress(stations(), arrivals.repeated(), lag());
    }

    private @Nullable Long lag() {
        Collection<TdTopicListenerContainer> containers = listeners.getListenerContainers();
        List<OptionalLong> lags =
                containers.stream().map(TdTopicListenerContainer::lag).toList();
        return lags.stream().allMatch(OptionalLong::isPresent)
                ? lags.stream().mapToLong(OptionalLong::getAsLong).sum()
                : null;
    }

    /**
     * The daily means of a station's measures by column, as TDengine's INTERVAL computes them; days are UTC's. A window of
     * 24 hours begins at UTC's midnight, one of {@code 1d} at that of the server's zone.
     */
    List<Map<String, Object>> daily(Station station) {
        String means = station.measures().stream()
                .map(measure -> "AVG(" + measure + ") AS " + measure)
                .collect(Collectors.joining(", "));
        return tdengine.query(
                "SELECT _wstart AS window_start, " + means + " FROM " + readingsOf(station)
                        + " INTERVAL(24h) ORDER BY _wstart",
                row -> dailyMeans(row, station));
    }

    private static Map<String, Object> dailyMeans(Row row, Station station) {
        Map<String, Object> means = new LinkedHashMap<>();
        Instant day = Objects.requireNonNull(row.getInstant("window_start"), "a window without a start");
        means.put("day", day.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        station.measures().forEach(measure -> means.put(measure, row.getDouble(measure)));
        return means;
    }

    /** The temperatures of an hourly station behind an instant, in the order of time. */
    List<HourlyPoint> hourly(Station station, Instant after, int limit) {
        return tdengine.query(
                "SELECT ts, temp FROM " + readingsOf(station) + " AND ts > " + after.toEpochMilli()
                        + " ORDER BY ts LIMIT " + limit,
                HourlyPoint.class);
    }

    private static String readingsOf(Station station) {
        return PlantSchema.DATABASE + "." + station.superTable() + " WHERE station = '" + station.id() + "'";
    }

    /** One hour's temperature in °F. */
    record HourlyPoint(Instant ts, double temp) {}
}

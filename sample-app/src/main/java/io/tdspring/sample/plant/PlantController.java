// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page's data as JSON, and the live events. */
@RestController
@RequestMapping("/api")
class PlantController {

    private static final int MAX_POINTS = 10_000;

    private final Plant plant;
    private final LiveProgress live;

    PlantController(Plant plant, LiveProgress live) {
        this.plant = plant;
        this.live = live;
    }

    @GetMapping("/stations")
    List<Plant.StationProgress> stations() {
        return plant.stations();
    }

    @GetMapping("/daily")
    List<Map<String, Object>> daily(@RequestParam String station) {
        return plant.daily(known(station));
    }

    /** Points as {@code [epoch milliseconds, °F]}, which is half the size of objects. */
    @GetMapping("/hourly")
    List<double[]> hourly(@RequestParam String station, @RequestParam(defaultValue = "0") long after) {
        Station hourly = known(station);
        if (!hourly.measures().contains("temp")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, station + " reports daily, see /api/daily");
        }
        return plant.hourly(hourly, Instant.ofEpochMilli(after), MAX_POINTS).stream()
                .map(point -> new double[] {point.ts().toEpochMilli(), point.temp()})
                .toList();
    }

    @GetMapping("/events")
    SseEmitter events() {
        return live.subscribe();
    }

    private static Station known(String station) {
        return Station.byId(station)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no station " + station));
    }
}

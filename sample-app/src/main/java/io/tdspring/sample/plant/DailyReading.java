// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTag;
import io.tdspring.spring.mapping.TdTimestamp;
import java.time.Instant;

/**
 * What a weather station reports each day: one row of super table {@code daily}.
 *
 * @param precipitation in mm
 * @param tempMax in °C
 * @param tempMin in °C
 * @param wind in m/s
 * @param weather drizzle, rain, sun, snow or fog
 */
@TdTable(superTable = "daily", database = PlantSchema.DATABASE)
record DailyReading(
        @TdTimestamp Instant ts,
        double precipitation,
        double tempMax,
        double tempMin,
        double wind,
        String weather,
        @TdTag String station) {}

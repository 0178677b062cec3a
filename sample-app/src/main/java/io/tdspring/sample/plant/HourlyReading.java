// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTag;
import io.tdspring.spring.mapping.TdTimestamp;
import java.time.Instant;

/**
 * What a thermometer says each hour: one row of super table {@code hourly}, one child table a station.
 *
 * @param temp in °F
 */
@TdTable(superTable = "hourly", database = PlantSchema.DATABASE)
record HourlyReading(
        @TdTimestamp Instant ts, double temp, @TdTag String station) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import io.tdspring.spring.core.TdengineOperations;
import org.springframework.stereotype.Component;

/**
 * The plant's own database with its super tables and topics. Everything is created if it is missing; nothing is ever
 * dropped, and nothing outside the database is touched.
 */
@Component
class PlantSchema {

    static final String DATABASE = "weather_plant";
    static final String HOURLY_TOPIC = "weather_plant_hourly";
    static final String DAILY_TOPIC = "weather_plant_daily";

    private final TdengineOperations tdengine;

    PlantSchema(TdengineOperations tdengine) {
        this.tdengine = tdengine;
    }

    /** Creates what is missing; may be repeated. */
    void create() {
        // The readings are of 2010 to 2015: TDengine refuses rows older than KEEP, which is ten years unless said.
        tdengine.execute("CREATE DATABASE IF NOT EXISTS " + DATABASE + " PRECISION 'ms' KEEP 36500 VGROUPS 2");
        tdengine.execute("CREATE STABLE IF NOT EXISTS " + DATABASE
                + ".hourly (ts TIMESTAMP, temp DOUBLE) TAGS (station VARCHAR(32))");
        tdengine.execute("CREATE STABLE IF NOT EXISTS " + DATABASE
                + ".daily (ts TIMESTAMP, precipitation DOUBLE, temp_max DOUBLE, temp_min DOUBLE, wind DOUBLE,"
                + " weather VARCHAR(16)) TAGS (station VARCHAR(32))");
        tdengine.execute("CREATE TOPIC IF NOT EXISTS " + HOURLY_TOPIC + " AS SELECT ts, temp, station FROM " + DATABASE
                + ".hourly");
        tdengine.execute("CREATE TOPIC IF NOT EXISTS " + DAILY_TOPIC
                + " AS SELECT ts, precipitation, temp_max, temp_min, wind, weather, station FROM " + DATABASE
                + ".daily");
    }
}

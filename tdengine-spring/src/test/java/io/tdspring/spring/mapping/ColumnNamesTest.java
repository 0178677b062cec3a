// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

    @ParameterizedTest
    @CsvSource({
        "ts,ts",
        "deviceId,device_id",
        "totalKWh,total_kwh",
        "pm25,pm25",
        "pm25Value,pm25_value",
        "httpURL,http_url",
        "URLPath,urlpath",
        "device_Id,device_id",
        "aB,a_b"
    })
    void writesComponentsInSnakeCase(String component, String column) {
        assertThat(ColumnNames.snakeCase(component)).isEqualTo(column);
    }
}

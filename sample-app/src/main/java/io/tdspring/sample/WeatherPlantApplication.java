// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the plant: {@code java -jar sample-app.jar}, then open {@code http://localhost:8080}. */
@SpringBootApplication
@EnableScheduling
public class WeatherPlantApplication {

    public static void main(String[] args) {
        SpringApplication.run(WeatherPlantApplication.class, args);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The plant: a web application at {@code http://localhost:8080}. */
@SpringBootApplication
@EnableScheduling
public class WeatherPlant {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample;

import io.tdspring.sample.example.Examples;
import io.tdspring.sample.plant.WeatherPlant;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/**
 * Starts the plant: {@code java -jar sample-app.jar}, then open {@code http://localhost:8080}. With
 * {@code --example=NAME} it runs one of the examples instead, and ends.
 */
public final class SampleApplication {

    private SampleApplication() {}

    public static void main(String[] args) {
        if (Arrays.stream(args).anyMatch(argument -> argument.startsWith("--example"))) {
            Examples.run(args);
        } else {
            SpringApplication.run(WeatherPlant.class, args);
        }
    }
}

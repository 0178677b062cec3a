// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.spring;

import java.time.Instant;

/** A row of the topic. */
public record Measurement(Instant ts, float a, int b, float c) {

    double sum() {
        double sum = ts.toEpochMilli() & 0xffff;
        return sum + a + b + c;
    }
}

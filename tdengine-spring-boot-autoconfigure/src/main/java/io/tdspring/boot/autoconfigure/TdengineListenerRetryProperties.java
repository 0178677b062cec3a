// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Properties of the attempts at rows at which a listener fails. */
public class TdengineListenerRetryProperties {

    /**
     * Number of attempts at a row before it goes to the dead-letter table or another RecordRecoverer; 10 unless set. Without
     * one of these, attempts have no end.
     */
    private @Nullable Integer maxAttempts;

    /** Pause before the second attempt. */
    private Duration delay = Duration.ofMillis(500);

    /** Factor by which each further pause grows. */
    private double multiplier = 2;

    /** Longest pause between attempts. */
    private Duration maxDelay = Duration.ofSeconds(10);

    public @Nullable Integer getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(@Nullable Integer maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public Duration getDelay() {
        return delay;
    }

    public void setDelay(Duration delay) {
        this.delay = delay;
    }

    public double getMultiplier() {
        return multiplier;
    }

    public void setMultiplier(double multiplier) {
        this.multiplier = multiplier;
    }

    public Duration getMaxDelay() {
        return maxDelay;
    }

    public void setMaxDelay(Duration maxDelay) {
        this.maxDelay = maxDelay;
    }
}

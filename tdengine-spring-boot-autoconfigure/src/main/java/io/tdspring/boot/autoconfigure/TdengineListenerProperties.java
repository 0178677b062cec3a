// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.spring.config.ListenerType;
import java.time.Duration;

/** Configuration properties of the listener containers. */
public class TdengineListenerProperties {

    /** How a listener takes rows unless its annotation says so. */
    private ListenerType type = ListenerType.RECORD;

    /** Number of consumers of a listener unless its annotation says so. */
    private int concurrency = 1;

    /** Time that a poll waits for a message. */
    private Duration pollTimeout = Duration.ofSeconds(1);

    /** Time that a stop waits for the message in hand. */
    private Duration shutdownTimeout = Duration.ofSeconds(10);

    /** Whether listeners start with the application. */
    private boolean autoStartup = true;

    public ListenerType getType() {
        return type;
    }

    public void setType(ListenerType type) {
        this.type = type;
    }

    public int getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    public Duration getPollTimeout() {
        return pollTimeout;
    }

    public void setPollTimeout(Duration pollTimeout) {
        this.pollTimeout = pollTimeout;
    }

    public Duration getShutdownTimeout() {
        return shutdownTimeout;
    }

    public void setShutdownTimeout(Duration shutdownTimeout) {
        this.shutdownTimeout = shutdownTimeout;
    }

    public boolean isAutoStartup() {
        return autoStartup;
    }

    public void setAutoStartup(boolean autoStartup) {
        this.autoStartup = autoStartup;
    }
}

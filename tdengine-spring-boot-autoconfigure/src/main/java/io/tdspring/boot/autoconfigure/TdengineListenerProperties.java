// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.spring.config.ListenerType;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.MissingTopics;
import io.tdspring.spring.listener.OnGap;
import io.tdspring.spring.listener.StartupFailurePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

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

    /** When offsets are committed. */
    private AckMode ackMode = AckMode.BATCH;

    /** Number of messages between commits in the ack modes COUNT and COUNT_TIME. */
    private int ackCount = 100;

    /** Time between commits in the ack modes TIME and COUNT_TIME. */
    private Duration ackTime = Duration.ofSeconds(5);

    /** Whether a stop waits for the message in hand alone, and not for all that one poll brought. */
    private boolean immediateStop = false;

    /** Time without a message after which a consumer counts as idle. */
    private Duration idleEventInterval = Duration.ofSeconds(30);

    /** Time between two looks whether consumers still poll. */
    private Duration monitorInterval = Duration.ofSeconds(30);

    /**
     * Number of monitor intervals (or of poll timeouts, if these are longer) without a poll after which a consumer counts as not
     * responsive.
     */
    private double noPollThreshold = 3;

    /** Whether a listener logs its settings when it starts. */
    private boolean logContainerConfig = false;

    /** What to do when messages are gone that the group has not read. */
    private OnGap onGap = OnGap.EARLIEST;

    /** What to do when a listener cannot join its group as it starts. */
    private StartupFailurePolicy startupFailurePolicy = StartupFailurePolicy.RETRY;

    /** Time that a start may take with the startup failure policy STOP. */
    private Duration startupTimeout = Duration.ofSeconds(30);

    /** What to do about topics that do not exist. */
    private MissingTopics missingTopics = MissingTopics.FAIL;

    /** Time before the next attempt after a refused login, which ends a listener unless this is set. */
    private @Nullable Duration authRetryInterval;

    @NestedConfigurationProperty
    private final TdengineListenerRetryProperties retry = new TdengineListenerRetryProperties();

    @NestedConfigurationProperty
    private final TdengineDeadLetterProperties deadLetter = new TdengineDeadLetterProperties();

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

    public AckMode getAckMode() {
        return ackMode;
    }

    public void setAckMode(AckMode ackMode) {
        this.ackMode = ackMode;
    }

    public int getAckCount() {
        return ackCount;
    }

    public void setAckCount(int ackCount) {
        this.ackCount = ackCount;
    }

    public Duration getAckTime() {
        return ackTime;
    }

    public void setAckTime(Duration ackTime) {
        this.ackTime = ackTime;
    }

    public boolean isImmediateStop() {
        return immediateStop;
    }

    public void setImmediateStop(boolean immediateStop) {
        this.immediateStop = immediateStop;
    }

    public Duration getIdleEventInterval() {
        return idleEventInterval;
    }

    public void setIdleEventInterval(Duration idleEventInterval) {
        this.idleEventInterval = idleEventInterval;
    }

    public Duration getMonitorInterval() {
        return monitorInterval;
    }

    public void setMonitorInterval(Duration monitorInterval) {
        this.monitorInterval = monitorInterval;
    }

    public double getNoPollThreshold() {
        return noPollThreshold;
    }

    public void setNoPollThreshold(double noPollThreshold) {
        this.noPollThreshold = noPollThreshold;
    }

    public boolean isLogContainerConfig() {
        return logContainerConfig;
    }

    public void setLogContainerConfig(boolean logContainerConfig) {
        this.logContainerConfig = logContainerConfig;
    }

    public OnGap getOnGap() {
        return onGap;
    }

    public void setOnGap(OnGap onGap) {
        this.onGap = onGap;
    }

    public TdengineListenerRetryProperties getRetry() {
        return retry;
    }

    public TdengineDeadLetterProperties getDeadLetter() {
        return deadLetter;
    }

    public StartupFailurePolicy getStartupFailurePolicy() {
        return startupFailurePolicy;
    }

    public void setStartupFailurePolicy(StartupFailurePolicy startupFailurePolicy) {
        this.startupFailurePolicy = startupFailurePolicy;
    }

    public Duration getStartupTimeout() {
        return startupTimeout;
    }

    public void setStartupTimeout(Duration startupTimeout) {
        this.startupTimeout = startupTimeout;
    }

    public @Nullable Duration getAuthRetryInterval() {
        return authRetryInterval;
    }

    public void setAuthRetryInterval(@Nullable Duration authRetryInterval) {
        this.authRetryInterval = authRetryInterval;
    }

    public MissingTopics getMissingTopics() {
        return missingTopics;
    }

    public void setMissingTopics(MissingTopics missingTopics) {
        this.missingTopics = missingTopics;
    }
}

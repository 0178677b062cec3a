// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * What comes after a consumer has failed: a pause and another one, or the end of the container. Confined to the consumer's
 * thread.
 */
final class Rejoining {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(Rejoining.class));
    private final String name;
    private final ConsumerFactory consumers;
    private final JoinPolicy policy;
    private final BackOff backOff;
    private final LoopSignals signals;
    private final OutageLog outage;
    private BackOffExecution pauses;
    private boolean hasJoined;

    Rejoining(String name, ConsumerFactory consumers, JoinPolicy policy, BackOff backOff, LoopSignals signals) {
        this.name = name;
        this.consumers = consumers;
        this.policy = policy;
        this.backOff = backOff;
        this.signals = signals;
        this.outage = new OutageLog(name);
        this.pauses = backOff.start();
    }

    /** The consumer has joined its group. */
    void joined() {
        outage.recovered();
        pauses = backOff.start();
        countIn();
    }

    private void countIn() {
        if (!hasJoined) {
            hasJoined = true;
            signals.startUp().joined();
        }
    }

    /**
     * Returns when another consumer is to be made, or when the container is to end.
     *
     * @throws RuntimeException the failure itself if it would come again for ever
     */
    void failed(RuntimeException failure) {
        RuntimeException cause = causeOf(failure);
        if (FailureKind.of(cause) == FailureKind.MISSING_TOPIC && policy.missingTopics() != MissingTopics.FAIL) {
            countIn();
        }
        if (!hasJoined && endsTheStart(cause)) {
            return;
        }
        switch (FailureKind.of(cause)) {
            case FATAL -> throw cause;
            case AUTHENTICATION -> afterRefusedLogin(cause);
            case MISSING_TOPIC -> {
                outage.waits(cause);
                pause();
            }
            default -> {
                outage.failed(cause);
                pause();
            }
        }
    }

    /** A server that is away must not be taken for one that refuses a login. */
    private RuntimeException causeOf(RuntimeException failure) {
        boolean isToldByTextAlone =
                failure instanceof TdengineConnectionException refused && refused.code() == ErrorCodes.ADAPTER;
        if (!isToldByTextAlone) {
            return failure;
        }
        try {
            consumers.tryLogin();
            // Without the code that would make it a refused login.
            return new TdengineConnectionException(String.valueOf(failure.getMessage()), failure);
        } catch (TdengineException e) {
            return e;
        }
    }

    private boolean endsTheStart(RuntimeException failure) {
        StopReason reason = new StopReason(name + " could not join its group: " + failure.getMessage(), failure);
        signals.startUp().failed(reason);
        if (policy.startupFailure() == StartupFailurePolicy.RETRY) {
            return false;
        }
        end(reason);
        return true;
    }

    private void afterRefusedLogin(RuntimeException failure) {
        Duration interval = policy.authRetryInterval();
        if (interval == null) {
            end(new StopReason(name + " may not log in: " + failure.getMessage(), failure));
            return;
        }
        outage.failed(failure);
        signals.stop().await(interval);
    }

    private void pause() {
        long pause = pauses.nextBackOff();
        if (pause == BackOffExecution.STOP) {
            end(new StopReason(name + " could not reach its server, and its back-off has ended", null));
        }
        signals.stop().await(Duration.ofMillis(pause));
    }

    private void end(StopReason reason) {
        log.error(() -> "Listener ends: " + reason.text());
        signals.stop().request(reason);
    }
}

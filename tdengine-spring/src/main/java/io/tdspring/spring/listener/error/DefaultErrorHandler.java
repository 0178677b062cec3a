// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.error.TdConversionException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.InvalidPayloadException;
import io.tdspring.spring.listener.PoisonRowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Tries again with pauses, and gives what still fails then to a recoverer. Immutable, if back-off, recoverer and listeners
 * are.
 *
 * <p>Without a recoverer it tries again without end, whatever the failure: a row is lost only where someone was named to
 * take it. With one, a failure goes to it when the back-off has no more pauses, or at once if it is not worth another
 * attempt: conversions, payloads that are not valid, casts and features that are not supported, unless {@linkplain Builder#retryable said otherwise}.
 * If the recoverer throws, the row stays: the listener and then the recoverer are tried again, with the last pause of the
 * back-off, until one of them succeeds.
 */
public final class DefaultErrorHandler implements ErrorHandler {

    /** A back-off that grants more attempts counts as one without end. */
    private static final int MOST_ATTEMPTS = 1_000_000;

    private static final List<Class<? extends Throwable>> HOPELESS = List.of(
            PoisonRowException.class,
            TdConversionException.class,
            InvalidPayloadException.class,
            MessageConversionException.class,
            UnsupportedFeatureException.class,
            ClassCastException.class,
            NoSuchMethodException.class);

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(DefaultErrorHandler.class));
    private final BackOff backOff;
    /** How many pauses the back-off grants, so how many attempts after the first. */
    private final long retries;

    private final CauseTable<Boolean> worthAnotherAttempt;
    private final @Nullable RecordRecoverer recoverer;
    private final List<RetryListener> listeners;
    private final Decision again;

    private DefaultErrorHandler(Builder builder) {
        backOff = builder.backOff != null ? builder.backOff : growing(builder.recoverer != null);
        retries = pausesOf(backOff);
        worthAnotherAttempt = new CauseTable<>(builder.worthAnotherAttempt);
        recoverer = builder.recoverer;
        listeners = List.copyOf(builder.listeners);
        again = builder.again;
    }

    public static Builder builder() {
        return new Builder();
    }

    private static BackOff growing(boolean ending) {
        ExponentialBackOff growing = new ExponentialBackOff(500, 2);
        growing.setMaxInterval(10_000);
        if (ending) {
            growing.setMaxAttempts(9);
        }
        return growing;
    }

    private static long pausesOf(BackOff backOff) {
        BackOffExecution pauses = backOff.start();
        for (int granted = 0; granted < MOST_ATTEMPTS; granted++) {
            if (pauses.nextBackOff() == BackOffExecution.STOP) {
                return granted;
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public Decision onFailure(FailedDelivery failure) {
        tell(listener -> listener.failed(failure));
        boolean ended = failure.attempt() > retries
                || !worthAnotherAttempt.of(failure.cause()).orElse(true);
        return recoverer != null && ended ? recover(recoverer, failure) : again;
    }

    private Decision recover(RecordRecoverer taker, FailedDelivery failure) {
        try {
            taker.recover(failure);
        } catch (RuntimeException e) {
            log.error(e, () -> "Could not recover " + failure.place() + "; it stays and is tried again");
            tell(listener -> listener.recoveryFailed(failure, e));
            return again;
        }
        tell(listener -> listener.recovered(failure));
        return Decision.RECOVERED;
    }

    private void tell(Consumer<RetryListener> event) {
        for (RetryListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                log.warn(e, () -> "A listener of retries failed");
            }
        }
    }

    @Override
    public Optional<BackOff> backOff(FailedDelivery failure) {
        return Optional.of(backOff);
    }

    /** Collects settings; confined to one thread. */
    public static final class Builder {

        private @Nullable BackOff backOff;
        private @Nullable RecordRecoverer recoverer;
        private final Map<Class<? extends Throwable>, Boolean> worthAnotherAttempt = new HashMap<>();
        private final List<RetryListener> listeners = new ArrayList<>();
        private Decision again = Decision.RETRY;

        private Builder() {
            HOPELESS.forEach(type -> worthAnotherAttempt.put(type, false));
        }

        /**
         * The pauses between attempts; how many there are must not depend on the clock, and over a million count as without
         * end. Default: 0.5 s to 10 s, growing, without end, or with a recoverer nine of them (about a minute).
         */
        public Builder backOff(BackOff newBackOff) {
            backOff = newBackOff;
            return this;
        }

        /** Takes what no further attempt is made at. Default: none, so attempts do not end. */
        public Builder recoverer(RecordRecoverer newRecoverer) {
            recoverer = newRecoverer;
            return this;
        }

        /** Failures of this class, or caused by one, go to the recoverer at once. */
        public Builder notRetryable(Class<? extends Throwable> type) {
            worthAnotherAttempt.put(type, false);
            return this;
        }

        /** Failures of this class, or caused by one, are tried again even if a superclass or their cause is not to be. */
        public Builder retryable(Class<? extends Throwable> type) {
            worthAnotherAttempt.put(type, true);
            return this;
        }

        /** Adds one who is told of failures and recoveries. */
        public Builder retryListener(RetryListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Between attempts the server delivers the message again, instead of the container keeping it: rows of the message
         * before the failed one are handed on again too.
         */
        public Builder redeliver() {
            again = Decision.REDELIVER;
            return this;
        }

        public DefaultErrorHandler build() {
            return new DefaultErrorHandler(this);
        }
    }
}

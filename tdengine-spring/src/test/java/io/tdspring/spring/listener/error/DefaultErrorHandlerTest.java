// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.TdConversionException;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.PoisonRowException;
import io.tdspring.spring.listener.ScriptedConsumer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;

class DefaultErrorHandlerTest {

    private final List<FailedDelivery> recovered = new ArrayList<>();

    private static FailedDelivery failure(int attempt, Throwable cause) {
        return new FailedDelivery(ScriptedConsumer.message(0, 3), 0, 1, attempt, cause, null, "plant", "g");
    }

    private static FailedDelivery failure(int attempt) {
        return failure(attempt, new IllegalStateException("three"));
    }

    @Test
    void triesAgainWithoutEndIfNobodyTakesWhatFails() {
        ErrorHandler handler =
                DefaultErrorHandler.builder().backOff(new FixedBackOff(10, 2)).build();

        assertThat(handler.onFailure(failure(1_000))).isEqualTo(Decision.RETRY);
        assertThat(handler.onFailure(failure(1, new TdConversionException("v"))))
                .isEqualTo(Decision.RETRY);
    }

    @Test
    void givesARowToTheRecovererWhenTheBackOffHasNoMorePauses() {
        ErrorHandler handler = DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 2))
                .recoverer(recovered::add)
                .build();

        assertThat(handler.onFailure(failure(1))).isEqualTo(Decision.RETRY);
        assertThat(handler.onFailure(failure(2))).isEqualTo(Decision.RETRY);
        assertThat(recovered).isEmpty();
        FailedDelivery third = failure(3);
        assertThat(handler.onFailure(third)).isEqualTo(Decision.RECOVERED);
        assertThat(recovered).containsExactly(third);
    }

    @Test
    void endsByItselfIfARecovererButNoBackOffIsNamed() {
        ErrorHandler handler =
                DefaultErrorHandler.builder().recoverer(recovered::add).build();

        BackOffExecution pauses = handler.backOff(failure(1)).orElseThrow().start();
        List<Long> granted = new ArrayList<>();
        for (long pause = pauses.nextBackOff(); pause != BackOffExecution.STOP; pause = pauses.nextBackOff()) {
            granted.add(pause);
        }

        assertThat(granted).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L, 10_000L, 10_000L);
        assertThat(handler.onFailure(failure(9))).isEqualTo(Decision.RETRY);
        assertThat(handler.onFailure(failure(10))).isEqualTo(Decision.RECOVERED);
    }

    @Test
    void recoversAtOnceWhatIsNotWorthAnotherAttempt() {
        ErrorHandler handler = DefaultErrorHandler.builder()
                .recoverer(recovered::add)
                .notRetryable(IOException.class)
                .retryable(FileNotFoundException.class)
                .build();

        assertThat(handler.onFailure(failure(1, new TdConversionException("v"))))
                .isEqualTo(Decision.RECOVERED);
        assertThat(handler.onFailure(
                        failure(1, new PoisonRowException(new TdConversionException("v"), Map.of("v", 3)))))
                .isEqualTo(Decision.RECOVERED);
        assertThat(handler.onFailure(failure(1, new UncheckedIOException(new IOException()))))
                .as("the cause of a failure")
                .isEqualTo(Decision.RECOVERED);
        assertThat(handler.onFailure(failure(1, new FileNotFoundException())))
                .as("the nearest class")
                .isEqualTo(Decision.RETRY);
    }

    @Test
    void recoversAtOnceARowThatItsRecordRefuses() {
        ErrorHandler handler =
                DefaultErrorHandler.builder().recoverer(recovered::add).build();
        PoisonRowException poison = new PoisonRowException(new IllegalArgumentException("no such station"), Map.of());

        assertThat(handler.onFailure(failure(1, poison))).isEqualTo(Decision.RECOVERED);
    }

    @Test
    void looksNoFurtherThanTheOutermostFailureThatIsListed() {
        ErrorHandler handler = DefaultErrorHandler.builder()
                .recoverer(recovered::add)
                .retryable(UncheckedIOException.class)
                .notRetryable(IOException.class)
                .build();

        assertThat(handler.onFailure(failure(1, new UncheckedIOException(new IOException()))))
                .isEqualTo(Decision.RETRY);
    }

    @Test
    void endsLookingThroughCausesThatFormARing() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);
        ErrorHandler handler =
                DefaultErrorHandler.builder().recoverer(recovered::add).build();

        assertThat(handler.onFailure(failure(1, first))).isEqualTo(Decision.RETRY);
    }

    @Test
    void keepsTheRowThatItsRecovererCouldNotTake() {
        List<String> told = new ArrayList<>();
        ErrorHandler handler = DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 0))
                .recoverer(failure -> {
                    if (failure.attempt() == 1) {
                        throw new IllegalArgumentException("full");
                    }
                })
                .retryListener(new RetryListener() {
                    @Override
                    public void failed(FailedDelivery failure) {
                        told.add("failed " + failure.attempt());
                        throw new IllegalStateException("a listener's own fault");
                    }

                    @Override
                    public void recovered(FailedDelivery failure) {
                        told.add("recovered");
                    }

                    @Override
                    public void recoveryFailed(FailedDelivery failure, RuntimeException thrown) {
                        told.add(String.valueOf(thrown.getMessage()));
                    }
                })
                .build();

        assertThat(handler.onFailure(failure(1))).isEqualTo(Decision.RETRY);
        assertThat(handler.onFailure(failure(2))).isEqualTo(Decision.RECOVERED);
        assertThat(told).containsExactly("failed 1", "full", "failed 2", "recovered");
    }

    @Test
    void hasTheServerDeliverAgainIfItIsToldTo() {
        ErrorHandler handler = DefaultErrorHandler.builder().redeliver().build();

        assertThat(handler.onFailure(failure(1))).isEqualTo(Decision.REDELIVER);
    }

    @Test
    void leavesEachKindOfFailureToItsHandler() {
        ErrorHandler retrying =
                DefaultErrorHandler.builder().backOff(new FixedBackOff(7, 1)).build();
        ErrorHandler handler = new DelegatingErrorHandler(
                retrying,
                Map.of(
                        IllegalStateException.class, new ContainerStoppingErrorHandler(),
                        IOException.class, new LoggingErrorHandler()));

        assertThat(handler.onFailure(failure(1))).isEqualTo(Decision.STOP);
        assertThat(handler.onFailure(failure(1, new UncheckedIOException(new IOException()))))
                .isEqualTo(Decision.SKIP);
        FailedDelivery other = failure(1, new ArithmeticException());
        assertThat(handler.onFailure(other)).isEqualTo(Decision.RETRY);
        assertThat(handler.backOff(other).orElseThrow().start().nextBackOff()).isEqualTo(7);
        assertThat(handler.backOff(failure(1))).isEmpty();
    }
}

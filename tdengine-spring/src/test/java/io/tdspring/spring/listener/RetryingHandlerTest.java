// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import io.tdspring.spring.listener.RetryingHandler.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

class RetryingHandlerTest {

    private static final BackOff AT_ONCE = new FixedBackOff(0, Long.MAX_VALUE);

    private final List<FailedDelivery> failures = new ArrayList<>();
    private final List<Integer> handled = new ArrayList<>();
    private final Set<Integer> poison = new HashSet<>();
    private final StopSignal stop = new StopSignal(() -> {});
    private final ScriptedConsumer consumer = new ScriptedConsumer();
    private final ListenerContext context =
            ListenerContext.of(new ConsumerSeeker(consumer, new Commits(consumer, AckPolicy.of(AckMode.BATCH))));
    private Duration holdTime = Duration.ofSeconds(30);

    /** Hands rows of one INT on, one by one, and fails at the poison ones. */
    private void take(TmqMessage message, int firstRow, ListenerContext surroundings) {
        for (int row = firstRow; row < message.rows(); row++) {
            int value = message.blocks().get(0).block().row(row).getInt(0);
            if (poison.contains(value)) {
                throw new ListenerFailedException("failed", row, row + 1, new IllegalStateException("poison"));
            }
            handled.add(value);
        }
    }

    private RetryingHandler handler(ErrorHandler errorHandler) {
        ErrorHandler noting = failure -> {
            failures.add(failure);
            return errorHandler.onFailure(failure);
        };
        DeliveryPolicy policy = new DeliveryPolicy(noting, AT_ONCE, holdTime, AT_ONCE);
        return new RetryingHandler(this::take, policy, new RetryingHandler.Origin("plant", "g"), stop);
    }

    @Test
    void tellsTheErrorHandlerWhichRowFailedAndWhose() {
        poison.add(3);
        TmqMessage message = message(7, 1, 3);

        handler(failure -> Decision.SKIP).handle(message, context);

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.message()).isSameAs(message);
            assertThat(failure.failedRow()).isEqualTo(1);
            assertThat(failure.nextRow()).isEqualTo(2);
            assertThat(failure.attempt()).isEqualTo(1);
            assertThat(failure.cause())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("poison");
            assertThat(failure.row().getInt("v")).isEqualTo(3);
            assertThat(failure.listenerId()).isEqualTo("plant");
            assertThat(failure.groupId()).isEqualTo("g");
        });
    }

    @Test
    void goesOnBehindARowThatWasRecovered() {
        poison.add(3);

        Result result = handler(failure -> failure.attempt() < 3 ? Decision.RETRY : Decision.RECOVERED)
                .handle(message(0, 1, 3, 4), context);

        assertThat(result).isEqualTo(Result.HANDLED);
        assertThat(handled).containsExactly(1, 4);
        assertThat(failures).extracting(FailedDelivery::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void countsTheAttemptsOnWhenAMessageIsDeliveredAgain() {
        poison.add(3);
        RetryingHandler handler = handler(failure -> failure.attempt() < 3 ? Decision.REDELIVER : Decision.SKIP);

        assertThat(handler.handle(message(5, 3, 4), context)).isEqualTo(Result.REDELIVER);
        assertThat(handler.handle(message(5, 3, 4), context)).isEqualTo(Result.REDELIVER);
        assertThat(handler.handle(message(5, 3, 4), context)).isEqualTo(Result.HANDLED);

        assertThat(failures).extracting(FailedDelivery::attempt).containsExactly(1, 2, 3);
        assertThat(handled).containsExactly(4);
    }

    @Test
    void countsEachRowOfARedeliveredMessageForItself() {
        poison.addAll(Set.of(3, 4));
        RetryingHandler handler = handler(failure -> failure.failedRow() == 0 ? Decision.SKIP : Decision.REDELIVER);

        handler.handle(message(5, 3, 4), context);
        handler.handle(message(5, 3, 4), context);

        assertThat(failures).extracting(FailedDelivery::failedRow).containsExactly(0, 1, 0, 1);
        assertThat(failures).extracting(FailedDelivery::attempt).containsExactly(1, 1, 2, 2);
    }

    @Test
    void beginsToCountAnewWhenTheMessageWasHandled() {
        poison.add(3);
        RetryingHandler handler = handler(failure -> Decision.SKIP);

        handler.handle(message(5, 3), context);
        handler.handle(message(5, 3), context);

        assertThat(failures).extracting(FailedDelivery::attempt).containsExactly(1, 1);
    }

    @Test
    void triesAgainWhenTheErrorHandlerItselfFails() {
        poison.add(3);
        RetryingHandler handler = handler(failure -> {
            if (failure.attempt() == 1) {
                throw new IllegalArgumentException("broken");
            }
            return Decision.SKIP;
        });

        assertThat(handler.handle(message(5, 3), context)).isEqualTo(Result.HANDLED);
        assertThat(failures).hasSize(2);
    }

    @Test
    void asksForTheMessageAgainWhenAPauseIsLongerThanItMayBeHeld() {
        poison.add(3);
        holdTime = Duration.ofMillis(1);
        ErrorHandler slow = new ErrorHandler() {
            @Override
            public Decision onFailure(FailedDelivery failure) {
                return Decision.RETRY;
            }

            @Override
            public Optional<BackOff> backOff(FailedDelivery failure) {
                return Optional.of(new FixedBackOff(3_600_000, 5));
            }
        };
        DeliveryPolicy policy = new DeliveryPolicy(slow, AT_ONCE, holdTime, AT_ONCE);
        RetryingHandler handler =
                new RetryingHandler(this::take, policy, new RetryingHandler.Origin("plant", "g"), stop);

        assertThat(handler.handle(message(5, 3), context)).isEqualTo(Result.REDELIVER);
    }

    @Test
    void leavesTheMessageWhenItIsStoppedInAPause() {
        poison.add(3);
        RetryingHandler handler = handler(failure -> {
            stop.request();
            return Decision.REDELIVER;
        });

        assertThat(handler.handle(message(5, 3), context)).isEqualTo(Result.STOP);
    }

    @Test
    void repeatsTheLastPauseOfABackOffThatHasEnded() {
        FailureCounts.OfRow count = new FailureCounts().of(message(5, 3), 0);
        count.pauseBy(new FixedBackOff(7, 1));

        assertThat(List.of(count.nextPause(), count.nextPause(), count.nextPause()))
                .containsExactly(7L, 7L, 7L);
    }

    @Test
    void pausesASecondIfABackOffGrantsNoPauseAtAll() {
        FailureCounts.OfRow count = new FailureCounts().of(message(5, 3), 0);
        count.pauseBy(new FixedBackOff(7, 0));

        assertThat(count.nextPause()).isEqualTo(1_000);
    }

    @Test
    void countsTheTimeAMessageMayBeHeldFromThePollThatBroughtIt() {
        AtomicLong now = new AtomicLong();
        ErrorHandler slow = failure -> {
            now.addAndGet(Duration.ofSeconds(20).toNanos());
            return failure.attempt() == 1 ? Decision.RETRY : Decision.SKIP;
        };
        poison.addAll(Set.of(3, 4));
        DeliveryPolicy policy = new DeliveryPolicy(slow, AT_ONCE, holdTime, AT_ONCE);
        RetryingHandler handler =
                new RetryingHandler(this::take, policy, new RetryingHandler.Origin("plant", "g"), stop, now::get);

        handler.polled();
        assertThat(handler.handle(message(5, 3), context)).isEqualTo(Result.HANDLED);
        assertThat(handler.handle(message(6, 4), context))
                .as("60 s after the poll")
                .isEqualTo(Result.REDELIVER);
        handler.polled();
        assertThat(handler.handle(message(7, 3), context)).isEqualTo(Result.HANDLED);
    }

    @Test
    void objectsToAHoldAsLongAsTheServerLetsAConsumerBeSilent() {
        DeliveryPolicy policy = DeliveryPolicy.defaults();

        assertThat(policy.objection(Duration.ofMinutes(5))).isEmpty();
        assertThat(policy.objection(Duration.ofMinutes(2)))
                .hasValueSatisfying(text -> assertThat(text).contains("max.poll.interval.ms is 120000"));
    }
}

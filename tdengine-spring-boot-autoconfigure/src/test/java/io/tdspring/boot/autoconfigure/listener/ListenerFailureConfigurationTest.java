// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.boot.autoconfigure.embedded.EmbeddedTdengineAutoConfiguration;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ContainerCustomizer;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.error.ContainerStoppingErrorHandler;
import io.tdspring.spring.listener.error.DeadLetter;
import io.tdspring.spring.listener.error.DeadLetterRedrive;
import io.tdspring.spring.listener.error.DeadLetterTable;
import io.tdspring.spring.listener.error.LoggingErrorHandler;
import io.tdspring.spring.listener.error.RecordRecoverer;
import io.tdspring.spring.listener.error.RetryListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.backoff.BackOffExecution;

/** What becomes of rows at which listeners fail, by beans and by properties. */
class ListenerFailureConfigurationTest {

    private static final String[] DEAD_LETTERS = {
        "tdengine.listener.dead-letter.enabled=true", "tdengine.listener.dead-letter.database=ops"
    };

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedTdengineAutoConfiguration.class,
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class));

    private static FailedDelivery failure(int attempt) {
        TmqMessage message = new TmqMessage("t", "db", 2, 0, 1, List.of());
        return new FailedDelivery(message, 0, 1, attempt, new IllegalStateException("fails"), null, "meters", "g");
    }

    private static List<Long> pauses(DeliveryPolicy policy, int most) {
        BackOffExecution pauses = policy.errorHandler()
                .backOff(failure(1))
                .orElse(policy.retryBackOff())
                .start();
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            long next = pauses.nextBackOff();
            if (next == BackOffExecution.STOP) {
                break;
            }
            all.add(next);
        }
        return all;
    }

    @Test
    void triesAgainWithoutEndUnlessToldOtherwise() {
        runner.run(context -> {
            DeliveryPolicy policy = context.getBean(DeliveryPolicy.class);

            assertThat(context).doesNotHaveBean(DeadLetterTable.class);
            assertThat(policy.errorHandler().onFailure(failure(1_000))).isEqualTo(Decision.RETRY);
            assertThat(pauses(policy, 7)).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
        });
    }

    @Test
    void takesTheUsersOneErrorHandler() {
        ErrorHandler own = new LoggingErrorHandler();
        runner.withBean(ErrorHandler.class, () -> own)
                .withPropertyValues(DEAD_LETTERS)
                .run(context -> assertThat(context.getBean(DeliveryPolicy.class).errorHandler())
                        .isSameAs(own));
    }

    @Test
    void goesByThePropertiesIfThereAreSeveralErrorHandlers() {
        runner.withBean("one", ErrorHandler.class, LoggingErrorHandler::new)
                .withBean("two", ErrorHandler.class, ContainerStoppingErrorHandler::new)
                .run(context -> assertThat(context.getBean(DeliveryPolicy.class)
                                .errorHandler()
                                .onFailure(failure(1)))
                        .isEqualTo(Decision.RETRY));
    }

    @Test
    void takesTheUsersPolicyBeforeHisErrorHandler() {
        DeliveryPolicy own = DeliveryPolicy.defaults().withErrorHandler(new ContainerStoppingErrorHandler());
        runner.withBean(DeliveryPolicy.class, () -> own)
                .withBean(ErrorHandler.class, LoggingErrorHandler::new)
                .run(context ->
                        assertThat(context.getBean(DeliveryPolicy.class)).isSameAs(own));
    }

    @Test
    void givesWhatFailedOftenEnoughToTheUsersRecoverer() {
        List<FailedDelivery> recovered = new ArrayList<>();
        List<FailedDelivery> told = new ArrayList<>();
        runner.withBean(RecordRecoverer.class, () -> recovered::add)
                .withBean(RetryListener.class, () -> new RetryListener() {
                    @Override
                    public void failed(FailedDelivery failure) {
                        told.add(failure);
                    }
                })
                .withPropertyValues(
                        "tdengine.listener.retry.max-attempts=3",
                        "tdengine.listener.retry.delay=1s",
                        "tdengine.listener.retry.multiplier=10",
                        "tdengine.listener.retry.max-delay=4s")
                .run(context -> {
                    DeliveryPolicy policy = context.getBean(DeliveryPolicy.class);

                    assertThat(pauses(policy, 10)).containsExactly(1_000L, 4_000L);
                    assertThat(policy.errorHandler().onFailure(failure(2))).isEqualTo(Decision.RETRY);
                    assertThat(recovered).isEmpty();
                    assertThat(policy.errorHandler().onFailure(failure(3))).isEqualTo(Decision.RECOVERED);
                    assertThat(recovered).hasSize(1);
                    assertThat(told).hasSize(2);
                });
    }

    @Test
    void triesTenTimesBeforeADeadLetterUnlessToldOtherwise() {
        runner.withPropertyValues(DEAD_LETTERS)
                .run(context -> assertThat(pauses(context.getBean(DeliveryPolicy.class), 20))
                        .hasSize(9));
    }

    @Test
    void triesOnceIfToldSo() {
        runner.withPropertyValues(DEAD_LETTERS)
                .withPropertyValues("tdengine.listener.retry.max-attempts=1")
                .run(context -> assertThat(pauses(context.getBean(DeliveryPolicy.class), 20))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "tdengine.listener.retry.max-attempts, 0",
        "tdengine.listener.retry.delay, -1s",
        "tdengine.listener.retry.multiplier, 0.5",
        "tdengine.listener.retry.max-delay, 100ms",
        "tdengine.listener.dead-letter.database, ''"
    })
    void saysWhichPropertyIsWrong(String property, String value) {
        runner.withPropertyValues(DEAD_LETTERS)
                .withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("Property " + property));
    }

    @Test
    void refusesToEndAttemptsWhereNobodyTakesWhatFails() {
        runner.withPropertyValues("tdengine.listener.retry.max-attempts=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("tdengine.listener.dead-letter.enabled"));
    }

    @Test
    void handsTheUsersOneFilterToTheListeners() {
        RowFilter own = row -> false;
        runner.withBean(RowFilter.class, () -> own)
                .run(context -> assertThat(
                                context.getBean(InvocationSettings.class).filter())
                        .isSameAs(own));
    }

    @Configuration(proxyBeanMethods = false)
    static class NamedBeans {

        @Bean(defaultCandidate = false)
        ErrorHandler stops() {
            return new ContainerStoppingErrorHandler();
        }

        @Bean(defaultCandidate = false)
        RowFilter nothing() {
            return row -> false;
        }

        @Bean(defaultCandidate = false)
        ContainerCustomizer two() {
            return (endpoint, settings) -> settings.concurrency(2);
        }
    }

    static final class NamingMeters {

        @TdTopicListener(id = "naming", topics = "t", groupId = "g", containerPostProcessor = "two")
        void naming(int v) {}

        @TdTopicListener(id = "other", topics = "t", groupId = "g")
        void other(int v) {}
    }

    @Test
    void leavesBeansToTheAnnotationsThatNameThem() {
        runner.withUserConfiguration(NamedBeans.class)
                .withBean(NamingMeters.class)
                .withPropertyValues("tdengine.listener.auto-startup=false")
                .run(context -> {
                    TdTopicListenerEndpointRegistry registry = context.getBean(TdTopicListenerEndpointRegistry.class);

                    assertThat(context.getBean(InvocationSettings.class).filter())
                            .isNull();
                    assertThat(context.getBean(DeliveryPolicy.class)
                                    .errorHandler()
                                    .onFailure(failure(1)))
                            .isEqualTo(Decision.RETRY);
                    assertThat(registry.getListenerContainer("naming")
                                    .orElseThrow()
                                    .settings()
                                    .concurrency())
                            .isEqualTo(2);
                    assertThat(registry.getListenerContainer("other")
                                    .orElseThrow()
                                    .settings()
                                    .concurrency())
                            .isEqualTo(1);
                });
    }

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t_meters")
        void meter(int v) {
            calls.add(v);
            if (v == 2) {
                throw new IllegalStateException("cannot take it");
            }
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(20, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @Test
    void keepsARowThatNoAttemptCouldHandleInATableAndGoesOn() {
        runner.withBean(Meters.class)
                .withPropertyValues(DEAD_LETTERS)
                .withPropertyValues(
                        "tdengine.embedded.enabled=true",
                        "tdengine.tmq.auto-offset-reset=earliest",
                        "tdengine.listener.poll-timeout=200ms",
                        "tdengine.listener.retry.max-attempts=3",
                        "tdengine.listener.retry.delay=10ms",
                        "tdengine.listener.dead-letter.super-table=lost")
                .run(context -> {
                    TdengineOperations tdengine = context.getBean(TdengineOperations.class);
                    Meters meters = context.getBean(Meters.class);
                    tdengine.execute("CREATE DATABASE ops");
                    tdengine.execute("CREATE DATABASE plant");
                    tdengine.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
                    tdengine.execute("CREATE TOPIC t_meters AS SELECT v FROM plant.d1");
                    tdengine.execute(
                            "INSERT INTO plant.d1 VALUES (1800000000000, 1) (1800000000001, 2) (1800000000002, 3)");

                    assertThat(List.of(meters.next(), meters.next(), meters.next(), meters.next(), meters.next()))
                            .containsExactly(1, 2, 2, 2, 3);
                    assertThat(tdengine.query("SELECT * FROM ops.lost", DeadLetter.class))
                            .singleElement()
                            .satisfies(letter -> {
                                assertThat(letter.payload()).isEqualTo("{\"v\":2}");
                                assertThat(letter.attempts()).isEqualTo(3);
                                assertThat(letter.listenerId()).isEqualTo("meters");
                            });
                    List<String> again = new ArrayList<>();
                    new DeadLetterRedrive(context.getBean(DeadLetterTable.class))
                            .redrive("t_meters", 10, letter -> again.add(letter.payload()));
                    assertThat(again).containsExactly("{\"v\":2}");
                });
    }
}

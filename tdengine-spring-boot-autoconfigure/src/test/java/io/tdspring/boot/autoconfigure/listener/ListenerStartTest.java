// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.ListenerStartException;
import io.tdspring.spring.listener.MissingTopics;
import io.tdspring.spring.listener.StartupFailurePolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What listeners do that cannot start, as properties say. */
class ListenerStartTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class))
            .withPropertyValues("tdengine.endpoints=localhost:1")
            .withBean(Meters.class, Meters::new);

    static final class Meters {

        @TdTopicListener(id = "meters", topics = "t_meters")
        void meter(int v) {}
    }

    private static TdTopicListenerContainer container(AssertableApplicationContext context) {
        return context.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer("meters")
                .orElseThrow();
    }

    @Test
    void isTriedForEverUnlessAPropertySaysOtherwise() {
        runner.run(context -> {
            assertThat(container(context).settings().joining()).isEqualTo(JoinPolicy.defaults());
            assertThat(container(context).isRunning()).isTrue();
        });
    }

    @Test
    void failsTheApplicationIfItIsToStop() {
        runner.withPropertyValues("tdengine.listener.startup-failure-policy=stop")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasCauseInstanceOf(ListenerStartException.class)
                        .hasStackTraceContaining("localhost:1 refused the connection"));
    }

    @Test
    void letsTheApplicationStartIfItIsToContinue() {
        runner.withPropertyValues(
                        "tdengine.listener.startup-failure-policy=continue",
                        "tdengine.listener.startup-timeout=5s",
                        "tdengine.listener.missing-topics=wait",
                        "tdengine.listener.auth-retry-interval=1m")
                .run(context -> assertThat(container(context).settings().joining())
                        .isEqualTo(JoinPolicy.defaults()
                                .withStartupFailure(StartupFailurePolicy.CONTINUE)
                                .withStartupTimeout(Duration.ofSeconds(5))
                                .withMissingTopics(MissingTopics.WAIT)
                                .withAuthRetryInterval(Duration.ofMinutes(1))));
    }
}

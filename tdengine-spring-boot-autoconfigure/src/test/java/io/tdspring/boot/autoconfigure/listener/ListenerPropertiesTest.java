// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.MonitorPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What {@code tdengine.listener.*} makes of containers' settings. */
class ListenerPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class))
            .withBean(Meters.class);

    static final class Meters {

        @TdTopicListener(id = "meters", topics = "t_meters", autoStartup = "false")
        void meter(int v) {}
    }

    private static ContainerSettings settings(AssertableApplicationContext context) {
        return context.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer("meters")
                .orElseThrow()
                .settings();
    }

    @Test
    void setTheMonitor() {
        runner.withPropertyValues("tdengine.listener.monitor-interval=7s", "tdengine.listener.no-poll-threshold=2.5")
                .run(context -> assertThat(settings(context).monitor())
                        .isEqualTo(new MonitorPolicy(Duration.ofSeconds(7), 2.5)));
    }

    @Test
    void haveTheSettingsLogged() {
        runner.withPropertyValues("tdengine.listener.log-container-config=true")
                .run(context -> assertThat(settings(context).isLogged()).isTrue());
    }

    @Test
    void areByDefaultWhatContainersHaveWithoutThem() {
        runner.run(context -> {
            ContainerSettings plain =
                    ContainerSettings.builder("meters", List.of("t_meters")).build();
            assertThat(settings(context)).hasToString(plain.toString());
            assertThat(settings(context).isLogged()).isFalse();
        });
    }
}

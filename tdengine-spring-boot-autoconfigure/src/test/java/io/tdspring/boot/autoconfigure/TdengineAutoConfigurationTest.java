// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.embedded.EmbeddedTdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.health.TdengineHealthContributorAutoConfiguration;
import io.tdspring.boot.autoconfigure.listener.TdengineListenerAutoConfiguration;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.TransportType;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.annotation.TdTopicListenerConfiguration;
import io.tdspring.spring.config.ContainerCustomizer;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.validation.Validator;

class TdengineAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedTdengineAutoConfiguration.class,
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class,
                    TdengineHealthContributorAutoConfiguration.class));

    @Nested
    class Client {

        @Test
        void isConfiguredWithoutAReachableServer() {
            runner.withPropertyValues("tdengine.endpoints=localhost:1").run(context -> {
                assertThat(context).hasNotFailed().hasSingleBean(TdengineClient.class);
                assertThat(context.getBean(TdengineClient.class).endpoint()).isEqualTo("localhost:1");
            });
        }

        @Test
        void isReachedByWebSocketUnlessThePropertySaysOtherwise() {
            runner.run(
                    context -> assertThat(context.getBean(TdengineClient.class).transportType())
                            .isEqualTo(TransportType.WEBSOCKET));
            runner.withPropertyValues("tdengine.transport=rest")
                    .run(context -> assertThat(
                                    context.getBean(TdengineClient.class).transportType())
                            .isEqualTo(TransportType.REST));
        }

        @Test
        void isAbsentWhenDisabled() {
            runner.withPropertyValues("tdengine.enabled=false")
                    .run(context -> assertThat(context)
                            .doesNotHaveBean(TdengineClient.class)
                            .doesNotHaveBean(TdengineOperations.class)
                            .doesNotHaveBean(TdTopicListenerEndpointRegistry.class));
        }

        @Test
        void takesTheUsersConnectionDetailsInsteadOfTheProperties() {
            runner.withUserConfiguration(OwnConnectionDetails.class)
                    .withPropertyValues("tdengine.endpoints=localhost:1")
                    .run(context -> assertThat(
                                    context.getBean(TdengineClient.class).endpoint())
                            .isEqualTo("other:2"));
        }

        @Test
        void isHandedToTheUsersCustomizersBeforeItIsBuilt() {
            runner.withBean(TdengineClientBuilderCustomizer.class, () -> builder -> builder.endpoints("custom:3"))
                    .run(context -> assertThat(
                                    context.getBean(TdengineClient.class).endpoint())
                            .isEqualTo("custom:3"));
        }

        @Test
        void doesNotShowItsPasswordInTheFailureOfAWrongProperty() {
            runner.withPropertyValues("tdengine.password=s3cret", "tdengine.transport=telegraph")
                    .run(context -> assertThat(context)
                            .getFailure()
                            .hasStackTraceContaining("telegraph")
                            .satisfies(
                                    failure -> assertThat(stackTrace(failure)).doesNotContain("s3cret")));
        }

        private String stackTrace(Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConnectionDetails {

        @Bean
        TdengineConnectionDetails details() {
            return new TdengineConnectionDetails() {
                @Override
                public List<String> getEndpoints() {
                    return List.of("other:2");
                }

                @Override
                public String getUsername() {
                    return "u";
                }

                @Override
                public String getPassword() {
                    return "p";
                }
            };
        }
    }

    @Nested
    class Embedded {

        @Test
        void isNotStartedUnlessAskedFor() {
            runner.run(context -> assertThat(context).doesNotHaveBean(EmbeddedTdengine.class));
        }

        @Test
        void servesTheClientInsteadOfTheEndpoints() {
            runner.withPropertyValues("tdengine.embedded.enabled=true", "tdengine.endpoints=localhost:1")
                    .run(context -> {
                        EmbeddedTdengine server = context.getBean(EmbeddedTdengine.class);
                        TdengineClient client = context.getBean(TdengineClient.class);

                        client.ping();

                        assertThat(client.endpoint()).isEqualTo("127.0.0.1:" + server.port());
                        assertThat(client.serverVersion()).isEqualTo("3.3.7.5");
                    });
        }

        @Test
        void takesTheUserOfTheProperties() {
            runner.withPropertyValues(
                            "tdengine.embedded.enabled=true", "tdengine.username=plant", "tdengine.password=pa'ss")
                    .run(context -> context.getBean(TdengineClient.class).ping());
        }

        @Test
        void saysWhatIsMissingWhenItIsNotOnTheClassPath() {
            runner.withClassLoader(new FilteredClassLoader(EmbeddedTdengine.class))
                    .withPropertyValues("tdengine.embedded.enabled=true")
                    .run(context -> assertThat(context)
                            .getFailure()
                            .hasStackTraceContaining("the embedded server is not on the class path"));
        }
    }

    @Nested
    class Template {

        @Test
        void givesWayToTheUsersOperations() {
            TdengineOperations own =
                    new TdengineTemplate(TdengineClient.builder().build());
            runner.withBean(TdengineOperations.class, () -> own).run(context -> {
                assertThat(context).doesNotHaveBean("tdengineTemplate");
                assertThat(context.getBean(TdengineOperations.class)).isSameAs(own);
            });
        }
    }

    @Nested
    class Listeners {

        @Test
        void areSwitchedOn() {
            runner.run(context -> assertThat(context)
                    .hasSingleBean(TdTopicListenerEndpointRegistry.class)
                    .hasBean(TdTopicListenerConfiguration.POST_PROCESSOR_BEAN_NAME)
                    .hasSingleBean(TdTopicListenerContainerFactory.class));
        }

        @Test
        void takeTheUsersInterceptorsAndValidator() {
            MessageInterceptor outer = new Interceptor(1);
            MessageInterceptor inner = new Interceptor(2);
            Validator validator = Validator.forType(String.class, (value, errors) -> {});
            runner.withBean("inner", MessageInterceptor.class, () -> inner)
                    .withBean("outer", MessageInterceptor.class, () -> outer)
                    .withBean(Validator.class, () -> validator)
                    .run(context -> assertThat(context.getBean(InvocationSettings.class))
                            .satisfies(settings -> {
                                assertThat(settings.interceptors()).containsExactly(outer, inner);
                                assertThat(settings.validator()).isSameAs(validator);
                            }));
        }

        record Interceptor(int order) implements MessageInterceptor, Ordered {

            @Override
            public int getOrder() {
                return order;
            }
        }

        static class Meters {

            @TdTopicListener(id = "meters", topics = "t")
            void meter(int v) {}
        }

        @Test
        void haveTheirContainersChangedByTheUsersCustomizers() {
            runner.withBean(Meters.class)
                    .withBean("late", ContainerCustomizer.class, () -> new Concurrency(2, 3))
                    .withBean("early", ContainerCustomizer.class, () -> new Concurrency(1, 2))
                    .withPropertyValues("tdengine.listener.auto-startup=false", "tdengine.tmq.group-id=g")
                    .run(context -> assertThat(context.getBean(TdTopicListenerEndpointRegistry.class)
                                    .getListenerContainer("meters")
                                    .orElseThrow()
                                    .settings()
                                    .concurrency())
                            .isEqualTo(3));
        }

        record Concurrency(int order, int consumers) implements ContainerCustomizer, Ordered {

            @Override
            public void customize(TdTopicListenerEndpoint endpoint, ContainerSettings.Builder settings) {
                settings.concurrency(consumers);
            }

            @Override
            public int getOrder() {
                return order;
            }
        }

        @Test
        void takeTheUsersContainerFactoryOfTheSameName() {
            TdTopicListenerContainerFactory own = new TdTopicListenerContainerFactory(
                    options -> {
                        throw new AssertionError("no listener is started");
                    },
                    new TdMapper(),
                    ListenerDefaults.standard(),
                    Map.of(),
                    DeliveryPolicy.defaults());
            runner.withBean("tdTopicListenerContainerFactory", TdTopicListenerContainerFactory.class, () -> own)
                    .run(context -> assertThat(context.getBean(TdTopicListenerContainerFactory.class))
                            .isSameAs(own));
        }
    }

    @Nested
    class HealthContribution {

        @Test
        void isThere() {
            runner.run(context ->
                    assertThat(context).hasBean("tdengineHealthContributor").hasSingleBean(HealthContributor.class));
        }

        @Test
        void canBeSwitchedOff() {
            runner.withPropertyValues("management.health.tdengine.enabled=false")
                    .run(context -> assertThat(context).doesNotHaveBean(HealthContributor.class));
        }

        @Test
        void isAbsentWithoutTheHealthModule() {
            runner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                    .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("tdengineHealthContributor"));
        }
    }
}

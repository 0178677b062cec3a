// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.ConsumerFactory;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.TdConsumerSeekAware;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.adapter.ListenerIdentity;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Makes containers from endpoints: what an endpoint leaves open is taken from this factory's defaults. Immutable.
 *
 * <p>A bean of this type named {@code tdTopicListenerContainerFactory} serves all listeners that name no other.
 */
public final class TdTopicListenerContainerFactory {

    /** The server's default of {@code max.poll.interval.ms}. */
    private static final Duration SERVER_MAX_POLL_INTERVAL = Duration.ofMinutes(5);

    /** Many enough that a poll which is late does no harm. */
    private static final int POLLS_WHILE_PAUSED = 3;

    private static final String AUTO_COMMIT = "enable.auto.commit";

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TdTopicListenerContainerFactory.class));
    private final Consumers consumers;
    private final InvocationSettings invocation;
    private final ListenerDefaults defaults;
    private final DeliveryPolicy policy;
    private final Additions additions;

    /**
     * A factory whose consumers come from a client.
     *
     * @param consumerProperties options of all consumers by TDengine's own keys
     */
    public TdTopicListenerContainerFactory(
            TdengineClient client,
            TdMapper mapper,
            ListenerDefaults defaults,
            Map<String, String> consumerProperties,
            DeliveryPolicy policy) {
        this(
                new Consumers(client::newConsumer, consumerProperties, new ServerQuestions(client)),
                InvocationSettings.of(mapper),
                defaults,
                policy,
                Additions.NONE);
    }

    /** A factory whose consumers come from elsewhere: a fake in a test, say. */
    public TdTopicListenerContainerFactory(
            Function<ConsumerOptions, TmqConsumer> consumers,
            TdMapper mapper,
            ListenerDefaults defaults,
            Map<String, String> consumerProperties,
            DeliveryPolicy policy) {
        this(
                new Consumers(consumers, consumerProperties, new ServerQuestions(null)),
                InvocationSettings.of(mapper),
                defaults,
                policy,
                Additions.NONE);
    }

    private TdTopicListenerContainerFactory(
            Consumers consumers,
            InvocationSettings invocation,
            ListenerDefaults defaults,
            DeliveryPolicy policy,
            Additions additions) {
        this.consumers = consumers;
        this.invocation = invocation;
        this.defaults = defaults;
        this.policy = policy;
        this.additions = additions;
    }

    /** What an application puts to all containers. */
    private record Additions(List<ContainerCustomizer> customizers, ListenerDecorator decorator) {

        static final Additions NONE = new Additions(List.of(), (endpoint, groupId, listener) -> listener);

        Additions {
            customizers = List.copyOf(customizers);
        }
    }

    /** Where consumers come from, and their options by TDengine's own keys. */
    private record Consumers(
            Function<ConsumerOptions, TmqConsumer> source, Map<String, String> properties, ServerQuestions server) {

        Consumers {
            properties = Map.copyOf(properties);
        }
    }

    /** The same with other settings for the calls of listener methods: a filter, interceptors, a validator. */
    public TdTopicListenerContainerFactory withInvocation(InvocationSettings newInvocation) {
        return new TdTopicListenerContainerFactory(consumers, newInvocation, defaults, policy, additions);
    }

    /** The same with others who change the settings of all its containers, one after the other. */
    public TdTopicListenerContainerFactory withCustomizers(List<ContainerCustomizer> newCustomizers) {
        Additions changed = new Additions(newCustomizers, additions.decorator());
        return new TdTopicListenerContainerFactory(consumers, invocation, defaults, policy, changed);
    }

    /** The same with something else around the listeners of all its containers. */
    public TdTopicListenerContainerFactory withDecorator(ListenerDecorator newDecorator) {
        Additions changed = new Additions(additions.customizers(), newDecorator);
        return new TdTopicListenerContainerFactory(consumers, invocation, defaults, policy, changed);
    }

    /**
     * Makes the container of an endpoint; it is not started.
     *
     * @throws IllegalArgumentException if the endpoint has no group or topic, or its method cannot take rows that way
     */
    public TdTopicListenerContainer createContainer(TdTopicListenerEndpoint endpoint) {
        ContainerSettings settings = settings(endpoint);
        if (endpoint.target().takes(Acknowledgment.class)
                && !settings.acks().mode().isManual()) {
            throw new IllegalArgumentException("listener " + endpoint.id()
                    + " takes an Acknowledgment: set its ack mode to" + " MANUAL or MANUAL_IMMEDIATE, not "
                    + settings.acks().mode());
        }
        ListenerType type = Objects.requireNonNullElse(endpoint.type(), defaults.type());
        MessageListener listener = additions
                .decorator()
                .decorate(endpoint, groupId(endpoint), type.listener(endpoint.target(), invocation(endpoint)));
        boolean autoStartup = Objects.requireNonNullElse(endpoint.autoStartup(), defaults.autoStartup());
        DeliveryPolicy own =
                endpoint.errorHandler() == null ? policy : policy.withErrorHandler(endpoint.errorHandler());
        return new TdTopicListenerContainer(settings, consumerFactory(endpoint), listener, own, autoStartup);
    }

    private ContainerSettings settings(TdTopicListenerEndpoint endpoint) {
        ContainerSettings.Builder settings =
                defaults.settings().apply(ContainerSettings.builder(endpoint.id(), endpoint.topics()));
        if (endpoint.concurrency() != null) {
            settings.concurrency(endpoint.concurrency());
        }
        if (endpoint.ackMode() != null) {
            settings.ackMode(endpoint.ackMode());
        }
        if (endpoint.target().bean() instanceof TdConsumerSeekAware aware) {
            settings.seekAware(aware);
        }
        additions.customizers().forEach(customizer -> customizer.customize(endpoint, settings));
        if (endpoint.postProcessor() != null) {
            endpoint.postProcessor().customize(endpoint, settings);
        }
        ContainerSettings built = settings.build();
        Duration mostSilent = maxPollInterval(endpoint).dividedBy(POLLS_WHILE_PAUSED);
        // A pause that outlasts the interval would cost the consumers their vgroups.
        return built.keepAlive().compareTo(mostSilent) <= 0
                ? built
                : settings.keepAlive(mostSilent).build();
    }

    private Duration maxPollInterval(TdTopicListenerEndpoint endpoint) {
        ConsumerOptions checked = options(groupId(endpoint), endpoint).build();
        return Objects.requireNonNullElse(checked.maxPollInterval(), SERVER_MAX_POLL_INTERVAL);
    }

    private InvocationSettings invocation(TdTopicListenerEndpoint endpoint) {
        ListenerIdentity identity = new ListenerIdentity(endpoint.id(), groupId(endpoint), endpoint.info());
        RowFilter filter = endpoint.filter() == null ? invocation.filter() : endpoint.filter();
        return invocation.withIdentity(identity).withFilter(filter);
    }

    private ConsumerFactory consumerFactory(TdTopicListenerEndpoint endpoint) {
        String groupId = groupId(endpoint);
        // Asks for the options once now, so that a wrong one is found at start-up and not in the listener's thread.
        policy.objection(maxPollInterval(endpoint))
                .ifPresent(text -> log.warn(() -> "Listener " + endpoint.id() + " " + text));
        return new GroupConsumers(groupId, consumers.source(), () -> options(groupId, endpoint), consumers.server());
    }

    private String groupId(TdTopicListenerEndpoint endpoint) {
        String groupId = endpoint.groupId() == null ? defaults.groupId() : endpoint.groupId();
        if (groupId == null) {
            throw new IllegalArgumentException("listener " + endpoint.id()
                    + " has no consumer group: give it a groupId or an id, or set tdengine.tmq.group-id");
        }
        return groupId;
    }

    private ConsumerOptions.Builder options(String groupId, TdTopicListenerEndpoint endpoint) {
        ConsumerOptions.Builder options = ConsumerOptions.builder(groupId);
        Map<String, String> properties = new LinkedHashMap<>(consumers.properties());
        properties.putAll(endpoint.properties());
        try {
            properties.forEach((name, value) -> set(options, name, value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("listener " + endpoint.id() + ": " + e.getMessage(), e);
        }
        return options;
    }

    private static void set(ConsumerOptions.Builder options, String name, String value) {
        if (!name.equalsIgnoreCase(AUTO_COMMIT)) {
            options.config(name, value);
        } else if (!value.equals("false")) {
            throw new IllegalArgumentException(AUTO_COMMIT
                    + " must be false: the container commits what its listener has handled, as its ack mode says");
        }
    }
}

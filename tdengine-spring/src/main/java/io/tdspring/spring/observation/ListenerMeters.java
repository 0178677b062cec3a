// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.context.event.EventListener;

/**
 * Meters of an application's listener containers, also of those that are registered while it runs; as a bean, it hears of
 * them by their events.
 *
 * <p>Counters {@code tdengine.listener.polls}, {@code .messages}, {@code .rows}, {@code .commits}, {@code .failed.commits}, {@code
 * .rebalances} and {@code .gaps} with the tags {@code listener.id} and {@code group}, and the gauge {@code tdengine.listener.lag} with
 * {@code topic} and {@code vgroup} besides: offsets, not rows; not a number while it is unknown or no consumer of the
 * container reads the vgroup. Thread-safe.
 */
public final class ListenerMeters implements MeterBinder {

    private static final String PREFIX = "tdengine.listener.";

    private final TdTopicListenerEndpointRegistry listeners;
    private final List<MeterRegistry> registries = new ArrayList<>(); // guarded by this

    /** What is measured, by the container's id; guarded by this. */
    private final Map<String, Measured> measured = new HashMap<>();

    private record Measured(TdTopicListenerContainer container, Map<MeterRegistry, List<Meter>> meters) {}

    public ListenerMeters(TdTopicListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        listeners.getListenerContainers().forEach(this::measure);
        registries.add(registry);
        measured.values().forEach(each -> {
            count(each, registry);
            each.container.assigned().forEach(vgroup -> gauge(each, registry, vgroup));
        });
    }

    /** A container may have been registered, or a vgroup may have come to it. */
    @EventListener
    public synchronized void onEvent(ListenerEvent event) {
        if (event instanceof ListenerEvent.Starting) {
            listeners.getListenerContainer(event.listenerId()).ifPresent(this::measure);
        } else if (event instanceof ListenerEvent.Assigned assigned) {
            Measured container = measured.get(event.listenerId());
            if (container != null) {
                registries.forEach(registry -> gauge(container, registry, assigned.vgroup()));
            }
        }
    }

    /** A container that takes the place of another one of its name takes its meters' place, too. */
    private void measure(TdTopicListenerContainer container) {
        Measured before = measured.get(container.id());
        if (before != null && before.container == container) {
            return;
        }
        if (before != null) {
            before.meters.forEach((registry, meters) -> meters.forEach(registry::remove));
        }
        Measured now = new Measured(container, new HashMap<>());
        measured.put(container.id(), now);
        registries.forEach(registry -> count(now, registry));
    }

    private static void count(Measured of, MeterRegistry registry) {
        count(of, registry, "polls", each -> each.stats().polls());
        count(of, registry, "messages", each -> each.stats().messages());
        count(of, registry, "rows", each -> each.stats().rows());
        count(of, registry, "commits", each -> each.stats().commits());
        count(of, registry, "failed.commits", each -> each.stats().failedCommits());
        count(of, registry, "rebalances", TdTopicListenerContainer::rebalances);
        count(of, registry, "gaps", TdTopicListenerContainer::gaps);
    }

    private static void count(
            Measured of, MeterRegistry registry, String name, ToDoubleFunction<TdTopicListenerContainer> value) {
        keep(
                of,
                registry,
                FunctionCounter.builder(PREFIX + name, of.container, value)
                        .tags(tags(of.container))
                        .register(registry));
    }

    private static void gauge(Measured of, MeterRegistry registry, TopicVgroup vgroup) {
        keep(
                of,
                registry,
                Gauge.builder(PREFIX + "lag", of.container, each -> lag(each, vgroup))
                        .description("Offsets between what was delivered and the end of the log")
                        .tags(tags(of.container))
                        .tag("topic", vgroup.topic())
                        .tag("vgroup", Integer.toString(vgroup.vgroupId()))
                        .register(registry));
    }

    private static double lag(TdTopicListenerContainer container, TopicVgroup vgroup) {
        Long lag = container.lags().get(vgroup);
        return lag == null ? Double.NaN : lag;
    }

    private static Tags tags(TdTopicListenerContainer container) {
        return Tags.of("listener.id", container.id(), "group", container.groupId());
    }

    private static void keep(Measured of, MeterRegistry registry, Meter meter) {
        List<Meter> meters = of.meters.computeIfAbsent(registry, any -> new ArrayList<>());
        if (!meters.contains(meter)) {
            meters.add(meter);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.SmartLifecycle;

/**
 * The containers of an application's listeners, by id; starts and stops them with the application. Thread-safe.
 */
public final class TdTopicListenerEndpointRegistry implements SmartLifecycle, ApplicationEventPublisherAware {

    private final Map<String, TdTopicListenerContainer> containers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable ApplicationEventPublisher publisher;

    /** Containers that are registered from now on publish their events there. */
    @Override
    public void setApplicationEventPublisher(ApplicationEventPublisher newPublisher) {
        publisher = newPublisher;
    }

    /**
     * Makes the endpoint's container and keeps it; starts it at once if the application runs already.
     *
     * @throws IllegalStateException if the id is taken
     * @throws io.tdspring.spring.listener.ListenerStartException if it is started, fails, and is then to fail its start
     */
    public TdTopicListenerContainer register(
            TdTopicListenerEndpoint endpoint, TdTopicListenerContainerFactory factory) {
        TdTopicListenerContainer container = factory.createContainer(endpoint);
        ApplicationEventPublisher current = publisher;
        if (current != null) {
            container.setApplicationEventPublisher(current);
        }
        if (containers.putIfAbsent(endpoint.id(), container) != null) {
            throw new IllegalStateException("there is a listener with the id " + endpoint.id() + " already");
        }
        if (running && container.isAutoStartup()) {
            container.start();
        }
        return container;
    }

    /**
     * Stops a container and forgets it; its id may be taken again then.
     *
     * @return empty if there is none with this id
     */
    public Optional<TdTopicListenerContainer> unregister(String id) {
        TdTopicListenerContainer container = containers.remove(id);
        if (container != null) {
            container.stop();
        }
        return Optional.ofNullable(container);
    }

    /** The container with this id. */
    public Optional<TdTopicListenerContainer> getListenerContainer(String id) {
        return Optional.ofNullable(containers.get(id));
    }

    /** All containers, in no order. */
    public Collection<TdTopicListenerContainer> getListenerContainers() {
        return List.copyOf(containers.values());
    }

    @Override
    public void start() {
        running = true;
        try {
            containers.values().stream()
                    .filter(TdTopicListenerContainer::isAutoStartup)
                    .forEach(TdTopicListenerContainer::start);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public void stop() {
        running = false;
        containers.values().forEach(TdTopicListenerContainer::stop);
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        Collection<TdTopicListenerContainer> all = getListenerContainers();
        if (all.isEmpty()) {
            callback.run();
            return;
        }
        AtomicInteger left = new AtomicInteger(all.size());
        for (TdTopicListenerContainer container : all) {
            container.stop(() -> {
                if (left.decrementAndGet() == 0) {
                    callback.run();
                }
            });
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return TdTopicListenerContainer.DEFAULT_PHASE;
    }
}

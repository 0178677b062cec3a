// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import java.util.function.Supplier;

/** Takes endpoints that no annotation declares while the application starts. Confined to the thread that starts it. */
public final class TdTopicListenerEndpointRegistrar {

    private final TdTopicListenerEndpointRegistry registry;
    private final Supplier<TdTopicListenerContainerFactory> defaultFactory;

    public TdTopicListenerEndpointRegistrar(
            TdTopicListenerEndpointRegistry registry, Supplier<TdTopicListenerContainerFactory> defaultFactory) {
        this.registry = registry;
        this.defaultFactory = defaultFactory;
    }

    /** As {@link #registerEndpoint(TdTopicListenerEndpoint, TdTopicListenerContainerFactory)}, with the factory of annotations. */
    public void registerEndpoint(TdTopicListenerEndpoint endpoint) {
        registerEndpoint(endpoint, defaultFactory.get());
    }

    /**
     * Makes the endpoint's container, which starts with the application.
     *
     * @throws IllegalStateException if the id is taken
     */
    public void registerEndpoint(TdTopicListenerEndpoint endpoint, TdTopicListenerContainerFactory factory) {
        registry.register(endpoint, factory);
    }
}

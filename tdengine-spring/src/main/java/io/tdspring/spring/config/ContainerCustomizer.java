// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.ContainerSettings;

/**
 * Changes the settings of containers before they are made: of all that a factory makes ({@link
 * TdTopicListenerContainerFactory#withCustomizers}), or of the one whose annotation names it as {@code containerPostProcessor}.
 */
@FunctionalInterface
public interface ContainerCustomizer {

    /**
     * Changes what the factory's defaults and the endpoint have set.
     *
     * @param endpoint for which the container is made
     */
    void customize(TdTopicListenerEndpoint endpoint, ContainerSettings.Builder settings);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import io.tdspring.spring.config.TdTopicListenerEndpointRegistrar;

/** A bean that adds listeners to those that are annotated, as many as its configuration says, for instance. */
@FunctionalInterface
public interface TdTopicListenerConfigurer {

    /** Called once, when all singletons stand and the annotated listeners are registered. */
    void configureTdTopicListeners(TdTopicListenerEndpointRegistrar registrar);
}

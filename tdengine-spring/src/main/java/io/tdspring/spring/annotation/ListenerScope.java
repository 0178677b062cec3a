// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;

/**
 * Makes the bean of a listener known to the expressions of its annotation as {@value #LISTENER}. It holds nothing else, and no
 * bean lives in it.
 */
record ListenerScope(Object bean) implements Scope {

    /** The name in expressions. */
    static final String LISTENER = "__listener";

    @Override
    public @Nullable Object resolveContextualObject(String key) {
        return key.equals(LISTENER) ? bean : null;
    }

    @Override
    public Object get(String name, ObjectFactory<?> objectFactory) {
        return objectFactory.getObject();
    }

    @Override
    public @Nullable Object remove(String name) {
        return null;
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
        throw new UnsupportedOperationException("no bean lives in the scope of a listener's expressions");
    }

    @Override
    public @Nullable String getConversationId() {
        return null;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a bean is called: one method, or several among which the payload chooses. Immutable.
 *
 * @param methods at least one
 * @param fallback the method for rows that fit no other, one of the methods
 */
public record ListenerTarget(
        Object bean, List<Method> methods, @Nullable Method fallback) {

    public ListenerTarget {
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException(bean.getClass().getName() + " has no method to call");
        }
        if (fallback != null && !methods.contains(fallback)) {
            throw new IllegalArgumentException("the default handler " + fallback + " is none of " + methods);
        }
    }

    /** One method. */
    public static ListenerTarget of(Object bean, Method method) {
        return new ListenerTarget(bean, List.of(method), null);
    }

    /** Whether one of the methods has a parameter of this type. */
    public boolean takes(Class<?> parameterType) {
        return methods.stream()
                .anyMatch(method -> List.of(method.getParameterTypes()).contains(parameterType));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The user's method with the meaning of its parameters: at most one for the payload, the others {@link TmqMessage} and
 * {@link TdConsumerSeeker}. Immutable, so safe for the threads of all consumers.
 */
final class ListenerMethod {

    private final Object bean;
    private final Method method;
    private final @Nullable Type payloadType;

    /**
     * Looks at a method.
     *
     * @throws IllegalArgumentException if it has more than one payload
     */
    ListenerMethod(Object bean, Method method) {
        this.bean = bean;
        this.method = method;
        this.payloadType = findPayload(method);
        ReflectionUtils.makeAccessible(method);
    }

    private static @Nullable Type findPayload(Method method) {
        List<Type> payloads = List.of(method.getParameters()).stream()
                .filter(parameter -> !isSurroundings(parameter))
                .map(Parameter::getParameterizedType)
                .toList();
        if (payloads.size() > 1) {
            throw new IllegalArgumentException("listener method " + method + " has more than one payload parameter: "
                    + payloads + "; beside it only TmqMessage and TdConsumerSeeker are known");
        }
        return payloads.isEmpty() ? null : payloads.get(0);
    }

    private static boolean isSurroundings(Parameter parameter) {
        return parameter.getType() == TmqMessage.class || parameter.getType() == TdConsumerSeeker.class;
    }

    /** Whether the method takes whole messages only, not rows. */
    boolean takesMessagesOnly() {
        return payloadType == null;
    }

    /** A reader for the rows of a record listener. */
    PayloadReader rowReader(TdMapper mapper) {
        if (payloadType == null) {
            throw new IllegalArgumentException("listener method " + method + " takes no row");
        }
        if (payloadType instanceof ParameterizedType list && list.getRawType() == List.class) {
            throw new IllegalArgumentException(
                    "listener method " + method + " takes a list of rows: declare the listener as batch");
        }
        return new PayloadReader(mapper, payloadType);
    }

    /** A reader for the elements of a batch listener's list. */
    PayloadReader elementReader(TdMapper mapper) {
        if (payloadType instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new PayloadReader(mapper, list.getActualTypeArguments()[0]);
        }
        throw new IllegalArgumentException("batch listener method " + method + " must take a List of rows");
    }

    /**
     * Calls the method.
     *
     * @throws Throwable what the method threw
     */
    void invoke(@Nullable Object payload, TmqMessage message, TdConsumerSeeker seeker) throws Throwable {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], payload, message, seeker);
        }
        try {
            method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static @Nullable Object argument(
            Parameter parameter, @Nullable Object payload, TmqMessage message, TdConsumerSeeker seeker) {
        if (parameter.getType() == TmqMessage.class) {
            return message;
        }
        return parameter.getType() == TdConsumerSeeker.class ? seeker : payload;
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}

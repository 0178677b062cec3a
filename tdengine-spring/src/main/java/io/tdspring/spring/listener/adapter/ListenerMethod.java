// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.listener.ListenerContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The user's method with the meaning of its parameters, worked out once. Immutable, so safe for the threads of all
 * consumers.
 */
final class ListenerMethod {

    private final Object bean;
    private final Method method;
    private final Argument[] arguments;
    private final @Nullable PayloadParameter payload;

    /**
     * Looks at a method.
     *
     * @throws IllegalArgumentException if a parameter cannot be given what it declares
     */
    ListenerMethod(Object bean, Method method, InvocationSettings settings) {
        this.bean = bean;
        this.method = method;
        MethodParameters parameters =
                new MethodParameters(method, AopUtils.getTargetClass(bean), new HeaderValues(settings.identity()));
        this.arguments = parameters.arguments().toArray(Argument[]::new);
        this.payload = parameters.payload();
        ReflectionUtils.makeAccessible(method);
    }

    /** What the method is called for; null if it takes whole messages only. */
    @Nullable
    PayloadParameter payload() {
        return payload;
    }

    /**
     * Calls the method.
     *
     * @param end the row behind the last of those that stand or fall with the call
     * @throws io.tdspring.spring.listener.ListenerFailedException if the method threw, Errors such as a failed assertion
     *     included: they must reach the error handler
     */
    void call(Call call, int end) {
        try {
            invoke(call);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw call.delivery().failure(this, call.row(), end, e);
        }
    }

    /**
     * Calls the method.
     *
     * @throws Throwable what the method threw
     */
    void invoke(Call call) throws Throwable {
        @Nullable Object[] values = new @Nullable Object[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].of(call);
            }
            method.invoke(bean, values);
            forAcknowledgments(values, ListenerContext.Call::returned);
        } catch (InvocationTargetException e) {
            forAcknowledgments(values, ListenerMethod::withdraw);
            throw e.getTargetException();
        } catch (RuntimeException e) {
            forAcknowledgments(values, ListenerMethod::withdraw);
            throw e;
        }
    }

    private static void withdraw(ListenerContext.Call acknowledgment) {
        acknowledgment.returned();
        acknowledgment.withdraw();
    }

    private static void forAcknowledgments(@Nullable Object[] values, Consumer<ListenerContext.Call> action) {
        for (Object value : values) {
            if (value instanceof ListenerContext.Call acknowledgment) {
                action.accept(acknowledgment);
            }
        }
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}

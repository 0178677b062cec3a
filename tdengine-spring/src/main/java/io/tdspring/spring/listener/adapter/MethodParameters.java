// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Row;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.TdConsumerSeeker;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Headers;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.support.GenericMessage;

/** Works out what the parameters of a method mean. Used once for a method, by one thread. */
final class MethodParameters {

    private final HeaderValues headers;
    private final List<Argument> arguments = new ArrayList<>();
    private @Nullable PayloadParameter payload;

    /** @throws IllegalArgumentException if there is more than one payload, or a header that does not exist */
    MethodParameters(Method method, Class<?> beanType, HeaderValues headers) {
        this.headers = headers;
        for (int i = 0; i < method.getParameterCount(); i++) {
            arguments.add(argument(new SynthesizingMethodParameter(method, i).withContainingClass(beanType)));
        }
    }

    List<Argument> arguments() {
        return arguments;
    }

    /** Null for a method that takes messages as they are. */
    @Nullable
    PayloadParameter payload() {
        return payload;
    }

    private Argument argument(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        Header header = parameter.getParameterAnnotation(Header.class);
        if (header != null) {
            return HeaderArgument.of(parameter, header, headers);
        }
        if (parameter.hasParameterAnnotation(Headers.class) || type == MessageHeaders.class) {
            return allHeaders(parameter);
        }
        if (type == TmqMessage.class) {
            return call -> call.delivery().message();
        }
        if (type == TdConsumerSeeker.class) {
            return call -> call.delivery().context().seeker();
        }
        if (type == Acknowledgment.class) {
            return call -> call.delivery().context().beginCall(call.rows());
        }
        ResolvableType declared = ResolvableType.forMethodParameter(parameter);
        if (type == Message.class) {
            ResolvableType held = declared.getGeneric(0);
            notePayload(parameter, held.resolve() == null ? ResolvableType.forClass(Row.class) : held);
            return this::message;
        }
        notePayload(parameter, declared);
        return Call::payload;
    }

    private Argument allHeaders(MethodParameter parameter) {
        if (!parameter.getParameterType().isAssignableFrom(MessageHeaders.class)) {
            throw new IllegalArgumentException("parameter " + parameter.getParameterIndex() + " of "
                    + parameter.getExecutable() + " with all headers must be a Map<String, Object> or MessageHeaders");
        }
        return headers::of;
    }

    private void notePayload(MethodParameter parameter, ResolvableType type) {
        Payload annotation = parameter.getParameterAnnotation(Payload.class);
        if (annotation != null && !annotation.expression().isEmpty()) {
            throw new IllegalArgumentException("@Payload of " + parameter.getExecutable()
                    + " has an expression: payloads are taken as they are; use a filter, or a type of its own");
        }
        if (payload != null) {
            throw new IllegalArgumentException("listener method " + parameter.getExecutable()
                    + " has more than one payload parameter: " + payload.type() + " and " + type);
        }
        payload = new PayloadParameter(parameter, type);
    }

    private Message<?> message(Call call) {
        Object value = call.payload();
        if (value == null) {
            throw new IllegalStateException("a Message cannot hold NULL: take the value itself");
        }
        return new GenericMessage<>(value, headers.of(call));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.ValueConstants;
import org.springframework.util.StringUtils;

/**
 * The value of one header as the type of its parameter. Immutable.
 *
 * @param type of the parameter, or what its {@code Optional} holds
 * @param fallback null for none
 */
record HeaderArgument(
        String name,
        Argument value,
        TypeDescriptor type,
        boolean required,
        @Nullable String fallback) implements Argument {

    private static final ConversionService CONVERSIONS = DefaultConversionService.getSharedInstance();

    /**
     * What a parameter with {@code @Header} is given.
     *
     * @throws IllegalArgumentException if there is no header of that name
     */
    static Argument of(MethodParameter parameter, Header header, HeaderValues values) {
        String name = StringUtils.hasText(header.name()) ? header.name() : header.value();
        Argument value = values.find(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no header '" + name + "' for parameter "
                    + parameter.getParameterIndex() + " of " + parameter.getExecutable() + ", only " + values.names());
        }
        MethodParameter held = parameter.nestedIfOptional();
        String fallback = header.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? null : header.defaultValue();
        boolean required = header.required() && !parameter.isOptional() && fallback == null;
        HeaderArgument argument = new HeaderArgument(name, value, new TypeDescriptor(held), required, fallback);
        return parameter.getParameterType() != Optional.class
                ? argument
                : call -> Optional.ofNullable(argument.of(call));
    }

    @Override
    public @Nullable Object of(Call call) {
        Object found = value.of(call);
        if (found == null) {
            found = fallback;
        }
        if (found == null && required) {
            throw new IllegalStateException("header " + name + " is missing: the message does not tell it");
        }
        return found == null || type.getObjectType().isInstance(found) ? found : CONVERSIONS.convert(found, type);
    }
}

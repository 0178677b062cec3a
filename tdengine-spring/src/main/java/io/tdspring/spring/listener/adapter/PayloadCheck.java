// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.listener.InvalidPayloadException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.ValidationUtils;
import org.springframework.validation.Validator;

/** Checks values before they are handed on. Immutable. */
@FunctionalInterface
interface PayloadCheck {

    /** Accepts everything. */
    PayloadCheck NONE = value -> {};

    /**
     * Checks a value.
     *
     * @throws InvalidPayloadException if it is not valid
     */
    void check(@Nullable Object value);

    /**
     * The check that a parameter asks for.
     *
     * @param valueType of the rows' values
     * @throws IllegalArgumentException if it asks for one and there is no validator of such values
     */
    static PayloadCheck of(PayloadParameter payload, Class<?> valueType, @Nullable Validator validator) {
        Object[] hints = payload.validationHints();
        if (hints == null) {
            return NONE;
        }
        if (validator == null || !validator.supports(valueType)) {
            throw new IllegalArgumentException(
                    payload + " is to be validated, but there is no validator for " + valueType.getName());
        }
        String name = ClassUtils.getShortNameAsProperty(valueType);
        return value -> {
            if (value != null) {
                // By fields, since the components of a record have no getters.
                Errors errors = new DirectFieldBindingResult(value, name);
                ValidationUtils.invokeValidator(validator, value, errors, hints);
                if (errors.hasErrors()) {
                    throw new InvalidPayloadException(errors);
                }
            }
        };
    }
}

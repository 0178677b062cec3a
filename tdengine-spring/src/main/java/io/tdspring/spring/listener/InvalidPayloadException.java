// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.stream.Collectors;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** A payload that its parameter declares as valid is not. The message names the fields and rules, never a value. */
public class InvalidPayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;

    /** What the validator found. */
    public InvalidPayloadException(Errors errors) {
        super("invalid payload " + errors.getObjectName() + ": "
                + errors.getAllErrors().stream()
                        .map(InvalidPayloadException::rule)
                        .collect(Collectors.joining(", ")));
        this.errors = errors;
    }

    private static String rule(ObjectError error) {
        String place = error instanceof FieldError field ? field.getField() : error.getObjectName();
        return place + " (" + error.getCode() + ")";
    }

    /** All that the validator found; it knows the rejected values. */
    public Errors errors() {
        return errors;
    }
}

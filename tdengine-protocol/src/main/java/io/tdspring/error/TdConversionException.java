// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

/** A value does not fit the Java type it was asked for, or a NULL met a primitive. */
public class TdConversionException extends TdengineResultException {

    private static final long serialVersionUID = 1L;

    /** Names column and types in the message, never the value. */
    public TdConversionException(String message) {
        super(message, null);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** A container ended since messages are gone that its group has not read, and it was told not to pass over that. */
public class LogGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogGapException(String message) {
        super(message);
    }
}

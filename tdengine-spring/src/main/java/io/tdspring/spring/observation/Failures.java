// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.tdspring.spring.listener.ListenerFailedException;

/** What a listener's method itself has thrown. */
final class Failures {

    private Failures() {}

    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown instanceof ListenerFailedException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    /** A name for a tag, which must not be empty as that of an anonymous class is. */
    static String name(Throwable thrown) {
        Class<?> type = cause(thrown).getClass();
        return type.isAnonymousClass() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
    }
}

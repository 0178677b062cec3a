// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A listener's wish for a message to come again. Immutable.
 *
 * @param row at which it is to come again, counted over all blocks of the message; empty for the whole message
 */
record Nack(Duration pause, OptionalInt row) {

    Nack {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("the pause before a message comes again must not be negative");
        }
    }
}

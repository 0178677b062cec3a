// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** What a container tells all its threads. */
record LoopSignals(StopSignal stop, PauseSignal pause) {

    LoopSignals() {
        this(new StopSignal(), new PauseSignal());
    }
}

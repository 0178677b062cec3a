// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** What a container tells all its threads. */
record LoopSignals(StopSignal stop, PauseSignal pause, StartUp startUp) {

    /**
     * @param onStop called once, when the first asks for a stop
     */
    LoopSignals(StartUp startUp, Runnable onStop) {
        this(new StopSignal(onStop), new PauseSignal(), startUp);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import java.util.ArrayDeque;
import java.util.Queue;

/** What a test has told a mock to fail with, each once and in that order. Not thread-safe. */
record MockFailures(
        Queue<RuntimeException> ofSubscribe, Queue<RuntimeException> ofPoll, Queue<RuntimeException> ofCommit) {

    MockFailures() {
        this(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
    }
}

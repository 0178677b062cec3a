// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

/** What is read of a topic. */
public final class Messages {

    public static final String TOPIC = "bench";

    public static final String GROUP = "readers";

    /** Messages of a run. */
    public static final int COUNT = 250;

    /** Rows of a message. */
    public static final int ROWS = 4096;

    private Messages() {}
}

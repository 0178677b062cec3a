// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

/**
 * Work that can be done again and again over one connection, or over as many as the work is about. It is prepared when it
 * has been made. Confined to one thread.
 */
public interface Workload extends AutoCloseable {

    /** How many connections a run opens, where that is the work. */
    int OPENINGS = 100;

    /** Makes a workload. */
    interface Start {

        /** Connects, and prepares what is not to be measured. */
        Workload open(String endpoint) throws Exception;
    }

    /** Does all of it once. */
    Work run() throws Exception;

    @Override
    void close();
}

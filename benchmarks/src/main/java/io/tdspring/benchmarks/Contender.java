// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.workload.Workload;
import java.util.List;

/**
 * Somebody who does the work.
 *
 * @param start makes the workload, in the contender's own process
 * @param flags of the virtual machine, besides those that all have
 */
record Contender(String name, Workload.Start start, List<String> flags) {

    Contender(String name, Workload.Start start) {
        this(name, start, List.of());
    }
}

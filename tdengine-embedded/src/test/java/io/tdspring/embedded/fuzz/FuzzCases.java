// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

/** How many cases a target runs and from which seed; the build's profile {@code soak} asks for the full volume. */
final class FuzzCases {

    static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);

    private FuzzCases() {}

    /** The number of cases of an everyday build, or of a soak. */
    static int count(int everyDay, int soak) {
        return Boolean.getBoolean("tdspring.soak") ? soak : everyDay;
    }
}

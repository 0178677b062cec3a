// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import org.jspecify.annotations.Nullable;

/**
 * Where a container reads, other than on from what was committed. Immutable.
 *
 * @param aware is told of vgroups and may seek; null for nobody
 */
public record SeekPolicy(
        InitialOffset initialOffset, @Nullable TdConsumerSeekAware aware) {

    /** Goes on where the group has committed. */
    public static SeekPolicy defaults() {
        return new SeekPolicy(InitialOffset.COMMITTED, null);
    }

    /** The same with another beginning. */
    public SeekPolicy withInitialOffset(InitialOffset newInitialOffset) {
        return new SeekPolicy(newInitialOffset, aware);
    }

    /** The same with somebody else who may seek. */
    public SeekPolicy withAware(@Nullable TdConsumerSeekAware newAware) {
        return new SeekPolicy(initialOffset, newAware);
    }
}

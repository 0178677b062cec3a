// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

/** A way to hand a message on: by rows, by blocks, as a whole. Safe for the threads of all consumers. */
@FunctionalInterface
interface Invocation {

    /**
     * Hands a message on.
     *
     * @param first the row at which to begin, counted over all blocks of the message
     * @throws io.tdspring.spring.listener.ListenerFailedException if something could not be handled
     */
    void handOn(Delivery delivery, int first);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

/** One call for each message. */
record WholeMessages(ListenerMethod method) implements Invocation {

    @Override
    public void handOn(Delivery delivery, int first) {
        int end = delivery.message().rows();
        // A message without rows has still to be handed on once; one that was given up has not.
        if (first < end || first == 0) {
            method.call(new Call(null, null, first, delivery), Math.max(end, 1));
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;

/**
 * One call for each block that has rows.
 *
 * @param withTable whether the method takes {@link TableBlock}s rather than bare blocks
 */
record BlockByBlock(ListenerMethod method, boolean withTable) implements Invocation {

    @Override
    public void handOn(Delivery delivery, int first) {
        int before = 0;
        for (TableBlock from : delivery.message().blocks()) {
            int end = before + from.block().rows();
            if (Math.max(first, before) < end && !delivery.context().isNacked()) {
                Object payload = withTable ? from : from.block();
                method.call(new Call(payload, from.tableName(), before, delivery), end);
            }
            before = end;
        }
    }
}

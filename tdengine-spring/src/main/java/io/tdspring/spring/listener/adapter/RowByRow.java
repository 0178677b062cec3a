// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

/** One call for each row. */
record RowByRow(RowFeed feed) implements Invocation {

    @Override
    public void handOn(Delivery delivery, int first) {
        feed.feed(
                delivery,
                first,
                (target, payload, from, position) ->
                        target.method().call(new Call(payload, from.tableName(), position, delivery), position + 1));
    }
}

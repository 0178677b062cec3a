// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ListenerContext;
import io.tdspring.spring.listener.ListenerFailedException;
import java.util.List;

/** A message that is being handed on, with what surrounds all calls for it. Immutable. */
record Delivery(TmqMessage message, ListenerContext context) {

    /**
     * A failure at one or more rows.
     *
     * @param row the first, counted over all blocks of the message
     * @param end the row behind the last
     */
    ListenerFailedException failure(Object listener, int row, int end, Throwable cause) {
        return new ListenerFailedException("listener " + listener + " failed", row, end, cause);
    }

    /**
     * A failure of a list of rows, of which some lie between that were left out.
     *
     * @param row where to begin again
     * @param end the row behind the last
     * @param rows the ones in the list
     */
    ListenerFailedException failure(Object listener, int row, int end, List<Integer> rows, Throwable cause) {
        return new ListenerFailedException("listener " + listener + " failed", row, end, rows, cause);
    }
}

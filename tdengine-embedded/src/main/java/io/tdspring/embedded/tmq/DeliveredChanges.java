// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.TableChange;
import java.util.List;

/**
 * Changes of tables that a poll brings.
 *
 * <p>Immutable.
 *
 * @param list in the order of the log
 * @param batch whether they come as a list; if not, there is at most one, or else rows come with them
 */
public record DeliveredChanges(List<TableChange> list, boolean batch) {

    static final DeliveredChanges NONE = new DeliveredChanges(List.of(), false);

    public DeliveredChanges {
        list = List.copyOf(list);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import java.util.List;

/**
 * What one poll brings: consecutive entries of one vgroup.
 *
 * <p>Immutable.
 *
 * @param offset the position at which these entries begin; reading from here brings them again
 * @param end the position behind them
 * @param blocks rows, or nothing if the delivery tells of changes of tables alone
 * @param changes of tables; with rows the tables that were created for them
 */
public record Delivery(
        String topic,
        String database,
        int vgroupId,
        long offset,
        long end,
        List<DeliveredBlock> blocks,
        DeliveredChanges changes) {

    public Delivery {
        blocks = List.copyOf(blocks);
    }
}

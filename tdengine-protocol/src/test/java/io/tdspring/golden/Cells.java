// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import io.tdspring.data.Block;

/** Cells of any block. */
public final class Cells {

    private Cells() {}

    /** Reads every cell of a block and returns how many were not NULL. */
    public static int read(Block block) {
        int present = 0;
        for (int column = 0; column < block.columns().size(); column++) {
            for (int row = 0; row < block.rows(); row++) {
                present += block.valueAt(column, row) == null ? 0 : 1;
            }
        }
        return present;
    }
}

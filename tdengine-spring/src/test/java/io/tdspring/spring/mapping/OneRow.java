// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.block.BlockWriter;
import java.util.List;

/** Blocks of one row, read through a mapper. */
final class OneRow {

    private OneRow() {}

    static <T> T read(TdMapper mapper, Class<T> type, List<Column> columns, Object... cells) {
        return mapper.reader(type, columns).mapRow(block(columns, cells).row(0));
    }

    static Block block(List<Column> columns, Object... cells) {
        BlockWriter writer = new BlockWriter(columns, 1);
        writer.addRow(cells);
        return writer.toBlock(Precision.MILLISECOND);
    }

    static Column column(String name, DataType type) {
        return Column.of(name, type);
    }

    static Column column(String name, DataType type, int length) {
        return Column.of(name, type, length);
    }
}

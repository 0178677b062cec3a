// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.WireValues;
import java.util.ArrayList;
import java.util.List;

/** The rows of one table in a batch, column by column; of a tag the first row's value. Confined to one thread at a time. */
final class TableRows {

    /** About what an empty table takes on a machine of 64 bits: for itself, and for each value with its three arrays. */
    private static final int TABLE_BYTES = 200;

    private static final int VALUE_BYTES = 450;

    private final int tags;
    private final List<WireValues> values = new ArrayList<>();
    private int rows;

    /**
     * @param row any row, for its types
     * @param tags how many of the values are tags
     */
    TableRows(List<WireValues> row, int tags) {
        this.tags = tags;
        row.forEach(value -> values.add(new WireValues(value.type())));
    }

    /** The bytes that a table with so many values takes besides its rows and its name. */
    static int memory(int values) {
        return TABLE_BYTES + values * VALUE_BYTES;
    }

    /** Adds a row; returns the bytes that it takes here. */
    int add(List<WireValues> row) {
        int bytes = 0;
        for (int i = rows == 0 ? 0 : tags; i < values.size(); i++) {
            WireValues value = row.get(i);
            values.get(i).reserve(1).copy(value);
            bytes += value.bytes();
        }
        rows++;
        return bytes;
    }

    void writeTo(BindFrame frame, String table) {
        frame.beginTable(table, rows);
        for (int i = 0; i < values.size(); i++) {
            WireValues source = values.get(i);
            // The table's name comes first.
            frame.values(i + 1, source.type()).copy(source);
        }
        frame.endTable();
    }
}

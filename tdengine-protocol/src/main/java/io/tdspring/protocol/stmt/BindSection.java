// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;

/**
 * The tags or the columns of all tables of a {@link TableFrame}: the length of each table's part, and the parts, which are
 * {@link BoundValues} one behind the other.
 */
final class BindSection {

    private final WireBytes sizes = new WireBytes();
    private final WireBytes content = new WireBytes();
    private final WireValues current = new WireValues(DataType.NULL, content, content, content);
    private int tableAt;
    private int valuesAt = -1;
    private int bufferAt;

    void begin() {
        tableAt = content.size();
        valuesAt = -1;
    }

    WireValues values(DataType type, int rows) {
        endValues();
        valuesAt = content.zeros(Integer.BYTES);
        content.i32(type.code());
        content.i32(rows);
        int statesAt = content.zeros(rows);
        content.i8(type.isVariable() ? 1 : 0);
        int lengthsAt = content.zeros(type.isVariable() ? Math.multiplyExact(rows, Integer.BYTES) : 0);
        bufferAt = content.zeros(Integer.BYTES) + Integer.BYTES;
        current.moveTo(type, statesAt, lengthsAt, bufferAt);
        return current;
    }

    private void endValues() {
        if (valuesAt >= 0) {
            content.setInt(valuesAt, content.size() - valuesAt);
            content.setInt(bufferAt - Integer.BYTES, content.size() - bufferAt);
            valuesAt = -1;
        }
    }

    void end() {
        endValues();
        sizes.i32(content.size() - tableAt);
    }

    void undo() {
        content.truncate(tableAt);
        valuesAt = -1;
    }

    int bytes() {
        return sizes.size() + content.size();
    }

    ByteBuffer sizes() {
        return sizes.part();
    }

    ByteBuffer content() {
        return content.part();
    }

    void clear() {
        sizes.truncate(0);
        content.truncate(0);
        valuesAt = -1;
    }
}

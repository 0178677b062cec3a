// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A message that binds values, written table by table straight into the memory that is sent, which is used again for the
 * next message.
 *
 * <p>For each table: {@link #beginTable}, the values of all placeholders in their order, {@link #endTable}. A query has one
 * table without a name and with one row. Confined to one thread at a time.
 */
public sealed interface BindFrame permits TableFrame, ColumnFrame {

    /** As {@link Stmt2Bind} has it: for each table its name, its tags and its rows. */
    static BindFrame ofTables(List<Role> placeholders) {
        return new TableFrame(placeholders);
    }

    /** As {@link Stmt2BindExec} has it: for each placeholder the values of all rows of all tables. */
    static BindFrame ofColumns(List<Role> placeholders) {
        return new ColumnFrame(placeholders);
    }

    /** The binary action's name. */
    String action();

    /** Whether the server executes the statement at once; else it waits to be told. */
    boolean executes();

    /**
     * Begins what belongs to one table.
     *
     * @param name as the placeholder for it takes it; ignored if there is none
     * @param rows at least one
     */
    void beginTable(String name, int rows);

    /** Takes the values of the next placeholder that is no table name: for a tag one, else one for each row. */
    WireValues values(int placeholder, DataType type);

    /** Ends what {@link #beginTable} began. */
    void endTable();

    /** Forgets what was written since {@link #beginTable}. */
    void undoTable();

    /** Tables, or runs of rows of the same table. */
    int tables();

    int rows();

    /** How long the message is so far, at most. */
    int bytes();

    /** The whole message, to be sent one part behind the other; valid until the frame is written to. */
    ByteBuffer[] parts(long requestId, long statementId);

    /** Forgets everything and keeps the memory. */
    void clear();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * Asks whether a statement could be run, without running it; answered by {@link ValidateSqlResponse}.
 *
 * <p>The layout is that of {@link BinaryQuery}, with another action.
 */
public record ValidateSql(long requestId, String sql) implements BinaryMessage {

    /** The action of the answer. */
    public static final String ACTION = "validate_sql";
    /** The code of {@link BinaryRequestHead#action}. */
    public static final long CODE = 10;

    @Override
    public void writeTo(WireWriter out) {
        BinaryQuery.writeTo(out, requestId, CODE, sql);
    }

    /**
     * Reads what {@link #writeTo} writes; bytes behind the SQL are ignored.
     *
     * @throws InvalidRequestException if the frame is cut short behind its head
     */
    public static ValidateSql read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        return new ValidateSql(head.requestId(), BinaryQuery.readSql(frame, head, CODE, ACTION));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A statement that a server has prepared. It runs one execution at a time; any thread may begin the next one.
 *
 * <p>After a failure of an execution the statement is of no more use: close it and prepare another one.
 */
public interface ServerStatement extends AutoCloseable {

    /** Whether rows are bound to it; else parameters of a query. */
    boolean isInsert();

    /** What the placeholders of an INSERT stand for, in their order; empty for a query, and if nobody asked. */
    List<StatementField> fields();

    /** The number of placeholders; 0 if nobody asked. */
    int placeholders();

    /** Memory for values, in the form that this server takes. */
    BindFrame newFrame(List<Role> roles);

    /** The longest frame that can be sent. */
    int maxFrameBytes();

    /**
     * Binds rows and inserts them. Does not wait for the server, only for its turn to send if much is under way. The frame
     * must stay as it is until the answer has come.
     *
     * @return the number of rows written; completed on a thread that must not be held up, with a
     *     {@link io.tdspring.error.TdengineException} if it fails, at the deadline at the latest
     * @throws RequestNotSentException if the connection has ended before
     * @throws IllegalStateException if an execution is under way, or one has failed
     */
    CompletableFuture<Long> execute(BindFrame values, Deadline deadline);

    /**
     * Binds the parameters of a query and runs it. The result before must have been closed.
     *
     * @param requestId not 0, unsigned
     * @param timeout for the answer, and then for each block of rows
     */
    Result query(BindFrame parameters, long requestId, Duration timeout);

    /** False after a failure, after closing, and when the connection has ended. */
    boolean isUsable();

    /** Has the server forget the statement; does not wait, idempotent. */
    @Override
    void close();
}

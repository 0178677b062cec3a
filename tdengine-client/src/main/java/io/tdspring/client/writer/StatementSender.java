// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.stmt.Prepared;
import io.tdspring.client.stmt.Statements;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementField;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Binds batches to a statement of a server, and prepares it anew after a failure, on whatever connection works then. Confined
 * to one thread.
 */
final class StatementSender implements FrameSender {

    private final Statements statements;
    private final Prepared origin;
    private @Nullable Prepared prepared;
    private @Nullable BindFrame memory;
    private boolean hasFailed;

    /**
     * @param origin what the statements are like, with the types in which rows are collected
     */
    StatementSender(Statements statements, Prepared origin) {
        this.statements = statements;
        this.origin = origin;
    }

    @Override
    public void send(Batch batch, Deadline deadline) {
        ServerStatement usable = open(deadline);
        BindFrame frame = frame(usable);
        boolean done = false;
        try {
            batch.writeTo(frame);
            long unused = deadline.withGrace().await(usable.execute(frame, deadline), "a frame of rows");
            frame.clear();
            done = true;
        } catch (TimeoutException e) {
            throw new TdengineTimeoutException("a frame of rows was not acknowledged within " + deadline, e);
        } finally {
            if (!done) {
                drop();
            }
        }
    }

    private ServerStatement open(Deadline deadline) {
        Prepared open = prepared;
        if (open != null && open.statement().isUsable()) {
            return open.statement();
        }
        drop();
        open = hasFailed ? statements.openAnewLike(origin, deadline) : statements.openLike(origin, deadline);
        prepared = open;
        return open.statement();
    }

    private BindFrame frame(ServerStatement of) {
        BindFrame kept = memory;
        BindFrame frame = kept == null
                ? of.newFrame(origin.fields().stream().map(StatementField::role).toList())
                : kept;
        memory = frame;
        return frame;
    }

    /** After a failure the frame may still be on its way, so its memory is not used again. */
    private void drop() {
        if (prepared != null) {
            hasFailed = true;
            prepared.close();
        }
        prepared = null;
        memory = null;
    }

    @Override
    public void close() {
        drop();
    }
}

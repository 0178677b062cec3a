// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.stmt.Prepared;
import io.tdspring.client.stmt.Statements;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementField;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Binds batches to a statement of a server, and prepares it anew after a failure, on whatever connection works then. Confined
 * to one thread.
 */
final class StatementSender implements FrameSender {

    private final Statements statements;
    private final String sql;
    private final List<StatementField> fields;
    private @Nullable Prepared prepared;
    private @Nullable BindFrame memory;
    private boolean hasFailed;

    /**
     * @param fields the types in which rows are collected
     */
    StatementSender(Statements statements, String sql, List<StatementField> fields) {
        this.statements = statements;
        this.sql = sql;
        this.fields = fields;
    }

    @Override
    public void send(Batch batch, Deadline deadline) {
        ServerStatement usable = open();
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

    private ServerStatement open() {
        Prepared open = prepared;
        if (open != null && open.statement().isUsable()) {
            return open.statement();
        }
        drop();
        open = hasFailed ? statements.openAnew(sql) : statements.open(sql);
        prepared = open;
        requireSameTypes(open.fields());
        return open.statement();
    }

    private void requireSameTypes(List<StatementField> now) {
        for (int i = 0; i < fields.size(); i++) {
            StatementField was = fields.get(i);
            StatementField is = now.get(i);
            if (was.type() != is.type() || was.precision() != is.precision() || was.scale() != is.scale()) {
                drop();
                throw new TdengineStatementException(
                        "the type of " + was.name() + " has changed since the writer was made", null);
            }
        }
    }

    private BindFrame frame(ServerStatement of) {
        BindFrame kept = memory;
        BindFrame frame = kept == null
                ? of.newFrame(fields.stream().map(StatementField::role).toList())
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

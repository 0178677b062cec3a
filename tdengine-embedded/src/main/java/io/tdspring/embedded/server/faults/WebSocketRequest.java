// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.fault.Arrival;
import io.tdspring.embedded.server.Line;
import io.tdspring.embedded.server.Outbox;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.sql.SqlException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A request on a WebSocket: who asks, what is done about it, and how it is refused.
 *
 * @param text what {@link Arrival#text()} will be
 * @param task carries it out
 * @param refusal answers a failure
 */
public record WebSocketRequest(
        Source source, Supplier<String> text, Consumer<Reply> task, BiConsumer<Reply, SqlException> refusal)
        implements FaultyRequest {

    /** Where a request came from and what it is called. */
    public record Source(String path, String action, long requestId, Outbox outbox) {

        /** The way to answer it. */
        public Reply reply() {
            return new Reply(outbox, action, requestId);
        }
    }

    /** A request in JSON, which is refused as most requests are. */
    public WebSocketRequest(Source source, String text, Consumer<Reply> task) {
        this(source, () -> text, task, Reply::fail);
    }

    @Override
    public Arrival arrival() {
        return new Arrival(source.path(), source.action(), text.get());
    }

    @Override
    public Line line() {
        return source.outbox().line();
    }

    @Override
    public void carryOut() {
        task.accept(source.reply());
    }

    @Override
    public void carryOutAndCut() {
        task.accept(new Reply(new CutOutbox(line()), source.action(), source.requestId()));
    }

    @Override
    public void fail(SqlException failure) {
        refusal.accept(source.reply(), failure);
    }

    @Override
    public String toString() {
        return source.action() + " at " + source.path();
    }
}

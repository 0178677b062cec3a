// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.ws.InvalidRequestException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The prepared statements of one interface that a connection has open, under ids that it shares with the other interface.
 *
 * <p>Thread-safe.
 */
final class OpenStatements<S> {

    private static final int MOST = 1024;

    private final AtomicLong lastId;
    private final String kind;
    private final Map<Long, S> statements = new ConcurrentHashMap<>();

    /** @param kind the word by which answers call such a statement */
    OpenStatements(AtomicLong lastId, String kind) {
        this.lastId = lastId;
        this.kind = kind;
    }

    /**
     * Keeps a statement under the next id, and answers with that.
     *
     * @throws SqlException if there are too many
     */
    void add(S statement, Reply reply) {
        if (statements.size() >= MOST) {
            throw Failures.adapter(
                    "there are " + MOST + " open statements on this connection, the most the embedded server keeps");
        }
        long id = lastId.incrementAndGet();
        statements.put(id, statement);
        reply.send(new StatementResponse(reply.ok(), id));
    }

    /** Forgets a statement, if there is one of this id. */
    void remove(long id) {
        statements.remove(id);
    }

    /** Does something with a statement; failures are answered with its id. */
    void use(long id, Reply reply, Consumer<S> action) {
        SqlException failure;
        try {
            S statement = statements.get(id);
            if (statement == null) {
                throw Failures.adapter(kind + " is nil");
            }
            action.accept(statement);
            return;
        } catch (InvalidRequestException e) {
            failure = Failures.adapter(e.answer());
        } catch (RuntimeException | StackOverflowError e) {
            failure = Failures.of(e);
        }
        reply.send(new StatementResponse(reply.failed(failure), id));
    }

    /** As {@link #use}, and answers a success with the id alone. */
    void change(long id, Reply reply, Consumer<S> action) {
        use(id, reply, statement -> {
            action.accept(statement);
            reply.send(new StatementResponse(reply.ok(), id));
        });
    }

    boolean contains(long id) {
        return statements.containsKey(id);
    }
}

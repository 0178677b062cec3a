// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements that nobody uses and that may be used again, of each connection the latest few. They go with their connection.
 * Thread-safe.
 */
final class StatementCache {

    private static final int MOST_STATEMENTS = 32;

    private final Map<Connection, Deque<Prepared>> idle = new ConcurrentHashMap<>();

    /** A statement with this text, which nobody else gets; null if there is none. */
    @Nullable
    Prepared take(Connection connection, String sql) {
        Deque<Prepared> statements = idle.get(connection);
        return statements == null ? null : take(statements, sql);
    }

    private static @Nullable Prepared take(Deque<Prepared> statements, String sql) {
        synchronized (statements) {
            for (Iterator<Prepared> each = statements.descendingIterator(); each.hasNext(); ) {
                Prepared prepared = each.next();
                if (prepared.sql().equals(sql)) {
                    each.remove();
                    return prepared;
                }
            }
            return null;
        }
    }

    /** Keeps a statement, or closes it if it is of no more use. */
    void giveBack(Prepared prepared) {
        if (!prepared.statement().isUsable()) {
            prepared.close();
            return;
        }
        Deque<Prepared> statements = idleOf(prepared.connection());
        Prepared oldest = null;
        synchronized (statements) {
            statements.addLast(prepared);
            if (statements.size() > MOST_STATEMENTS) {
                oldest = statements.removeFirst();
            }
        }
        if (oldest != null) {
            oldest.statement().close();
        }
        prepared.lease().close();
    }

    private Deque<Prepared> idleOf(Connection connection) {
        Deque<Prepared> none = new ArrayDeque<>();
        Deque<Prepared> some = idle.putIfAbsent(connection, none);
        if (some != null) {
            return some;
        }
        // At once if it has ended, so there must be something to forget by now.
        connection.onEnd(() -> idle.remove(connection));
        return none;
    }

    /** Closes all statements. */
    void clear() {
        idle.keySet().forEach(this::forget);
    }

    private void forget(Connection connection) {
        Deque<Prepared> statements = idle.remove(connection);
        if (statements != null) {
            synchronized (statements) {
                statements.forEach(prepared -> prepared.statement().close());
                statements.clear();
            }
        }
    }
}

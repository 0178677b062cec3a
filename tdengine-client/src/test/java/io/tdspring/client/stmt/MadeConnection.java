// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ConnectionLease;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FieldLookup;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A connection without a server, whose statements work or not as a test wants. Confined to one thread. */
final class MadeConnection implements Connection {

    final List<Made> made = new ArrayList<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private CompletableFuture<Long> executions = CompletableFuture.completedFuture(1L);
    private int leases;
    private Runnable whenAskedForFields = () -> {};
    private Runnable whenAskedForKind = () -> {};

    /** Has this run when somebody wants to know what the placeholders of a statement stand for. */
    void onFields(Runnable reaction) {
        whenAskedForFields = reaction;
    }

    /** Has this run when somebody wants to know whether a statement is an INSERT. */
    void onKind(Runnable reaction) {
        whenAskedForKind = reaction;
    }

    /** Has all executions from now on end when this does. */
    void onExecution(CompletableFuture<Long> outcome) {
        executions = outcome;
    }

    void end() {
        end.complete(true);
    }

    /** The leases that are not closed. */
    int leases() {
        return leases;
    }

    /** The time that was given to each connecting. */
    final List<Duration> connectingTimes = new ArrayList<>();

    /** The time that was given to each preparing. */
    final List<Duration> preparingTimes = new ArrayList<>();

    ConnectionLease lend(Deadline deadline) {
        connectingTimes.add(deadline.remaining());
        leases++;
        return new CountedLease();
    }

    @Override
    public ServerStatement prepare(SqlRequest request, FieldLookup lookup) {
        preparingTimes.add(request.timeout());
        Made statement = new Made();
        made.add(statement);
        return statement;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint("made", 6041);
    }

    @Override
    public ServerVersion serverVersion() {
        return new ServerVersion("3.3.7.5");
    }

    @Override
    public Result query(SqlRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return !end.isDone();
    }

    @Override
    public void onEnd(Runnable listener) {
        CompletableFuture<Void> unused = end.thenRun(listener);
    }

    @Override
    public void close() {
        end();
    }

    private final class CountedLease implements ConnectionLease {

        @Override
        public Connection connection() {
            return MadeConnection.this;
        }

        @Override
        public SessionState state() {
            return SessionState.NONE;
        }

        @Override
        public void close() {
            leases--;
        }
    }

    /** A statement of two columns. It does not notice the end of its connection. */
    final class Made implements ServerStatement {

        private boolean closed;

        boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isInsert() {
            whenAskedForKind.run();
            return true;
        }

        @Override
        public List<StatementField> fields() {
            whenAskedForFields.run();
            return List.of();
        }

        @Override
        public int placeholders() {
            return 2;
        }

        @Override
        public BindFrame newFrame(List<Role> roles) {
            return BindFrame.ofTables(roles);
        }

        @Override
        public int maxFrameBytes() {
            return 1 << 20;
        }

        @Override
        public CompletableFuture<Long> execute(BindFrame values, Deadline deadline) {
            return executions;
        }

        @Override
        public Result query(BindFrame parameters, long requestId, Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUsable() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.error.Call;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.ws.TextRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A statement on a session. Thread-safe.
 *
 * <p>The next step of an execution is sent by the thread that reads the socket, when the step before has been answered: the
 * server's process ends if it is told to execute what has not been bound, or to give the result of what has not been
 * executed.
 */
final class WebSocketStatement implements ServerStatement {

    private static final ServerVersion BINDS_AND_EXECUTES = new ServerVersion("3.4.1.13");

    private enum State {
        IDLE,
        BUSY,
        /** The result of a query is open. */
        READING,
        SPENT,
        /** To be closed on the server when it is not busy with the result any more. */
        CLOSING,
        CLOSED
    }

    private final WebSocketSession session;
    private final ServerVersion server;
    private final Stmt2PrepareResponse prepared;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile @Nullable CompletableFuture<Answer> waiting;

    WebSocketStatement(WebSocketSession session, ServerVersion server, Stmt2PrepareResponse prepared) {
        this.session = session;
        this.server = server;
        this.prepared = prepared;
    }

    @Override
    public boolean isInsert() {
        return prepared.isInsert();
    }

    @Override
    public List<StatementField> fields() {
        List<StatementField> fields = prepared.fields();
        return fields == null ? List.of() : fields;
    }

    @Override
    public int placeholders() {
        return prepared.fieldsCount();
    }

    @Override
    public BindFrame newFrame(List<Role> roles) {
        // Without the fields the server does not know the places of the values in its newer form.
        boolean inOne = isInsert() && prepared.fields() != null && !server.isOlderThan(BINDS_AND_EXECUTES);
        return inOne ? BindFrame.ofColumns(roles) : BindFrame.ofTables(roles);
    }

    @Override
    public int maxFrameBytes() {
        return session.maxMessageBytes();
    }

    @Override
    public CompletableFuture<Long> execute(BindFrame values, Deadline deadline) {
        return run(new Execution(values, RequestIds.next(), deadline), this::affectedRows);
    }

    private CompletableFuture<Long> affectedRows(Answer.Text executed) {
        return CompletableFuture.completedFuture(
                StatementExecResponse.read(executed.json()).affectedRows());
    }

    @Override
    public Result query(BindFrame parameters, long requestId, Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        CompletableFuture<WebSocketResult> result = run(
                new Execution(parameters, requestId, deadline),
                executed -> next(new Stmt2Result(requestId, prepared.statementId()), deadline)
                        .thenApply(answer -> result(answer, timeout)));
        try {
            return deadline.await(result, Stmt2Result.ACTION);
        } catch (TimeoutException e) {
            giveUp(result);
            throw unanswered(deadline, requestId);
        } catch (TdengineException e) {
            giveUp(result);
            throw e;
        }
    }

    /** Nobody would close a result that comes after all. */
    private static void giveUp(CompletableFuture<WebSocketResult> result) {
        if (!result.cancel(false) && !result.isCompletedExceptionally()) {
            drop(result.join());
        }
    }

    private static void drop(@Nullable Object value) {
        if (value instanceof WebSocketResult result) {
            result.close();
        }
    }

    /** On the thread that reads the socket, so that the first block is asked for before the caller has woken up. */
    private WebSocketResult result(Answer.Text answer, Duration timeout) {
        Stmt2ResultResponse response = Stmt2ResultResponse.read(answer.json());
        return new WebSocketResult(session, StatementResult.asQueryResponse(response), timeout)
                .whenQuiet(this::onResultClosed)
                .begin();
    }

    /**
     * @param requestId of each of its requests, of which one is under way at a time
     */
    private record Execution(BindFrame values, long requestId, Deadline deadline) {}

    /** Runs the statement, and what follows on the thread that reads the socket. */
    private <T> CompletableFuture<T> run(Execution execution, AfterExecution<T> after) {
        if (!state.compareAndSet(State.IDLE, State.BUSY)) {
            throw new IllegalStateException("the statement is busy, has failed, or is closed");
        }
        CompletableFuture<T> run = new CompletableFuture<>();
        CompletableFuture<T> outcome = new CompletableFuture<>();
        try {
            CompletableFuture<Answer> bound = expect(session.send(bind(execution), execution.deadline));
            CompletableFuture<T> unused = bound.thenCompose(answer -> executed(execution, answer))
                    .thenCompose(after::then)
                    .whenComplete((value, failure) -> settle(run, value, failure));
            CompletableFuture<T> unusedEither = run.orTimeout(execution.deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                    .whenComplete((value, failure) -> end(outcome, value, failure, execution));
        } catch (RuntimeException e) {
            state.compareAndSet(State.BUSY, State.SPENT);
            throw e;
        }
        return outcome;
    }

    private Outgoing bind(Execution execution) {
        BindFrame values = execution.values;
        long requestId = execution.requestId;
        return Outgoing.of(values.action(), requestId, values.parts(requestId, prepared.statementId()));
    }

    private static <T> void settle(CompletableFuture<T> future, T value, @Nullable Throwable failure) {
        if (failure != null) {
            future.completeExceptionally(failure);
        } else if (!future.complete(value)) {
            drop(value);
        }
    }

    /** What follows when the server has executed the statement. */
    private interface AfterExecution<T> {
        CompletableFuture<T> then(Answer.Text executed);
    }

    private CompletableFuture<Answer.Text> executed(Execution execution, Answer bound) {
        Answer.Text answer = bound.asText();
        answer.head().check(Call.STATEMENT);
        return execution.values.executes()
                ? CompletableFuture.completedFuture(answer)
                : next(new Stmt2Exec(execution.requestId, prepared.statementId()), execution.deadline);
    }

    private CompletableFuture<Answer.Text> next(TextRequest request, Deadline deadline) {
        if (state.get() != State.BUSY) {
            throw new TdengineException("the statement was given up before " + request.action() + " was sent", null);
        }
        Outgoing outgoing = Outgoing.of(request);
        FutureAnswer answered = new FutureAnswer(session, outgoing);
        session.sendNext(outgoing, answered, deadline);
        return expect(answered).thenApply(answer -> {
            answer.asText().head().check(Call.STATEMENT);
            return answer.asText();
        });
    }

    private CompletableFuture<Answer> expect(CompletableFuture<Answer> answer) {
        waiting = answer;
        return answer;
    }

    private <T> void end(CompletableFuture<T> outcome, T value, @Nullable Throwable failure, Execution execution) {
        State next = value instanceof WebSocketResult ? State.READING : State.IDLE;
        state.compareAndSet(State.BUSY, failure == null ? next : State.SPENT);
        if (failure == null) {
            settle(outcome, value, null);
            return;
        }
        Throwable cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        if (cause instanceof TimeoutException) {
            session.missed(this::withdraw);
            outcome.completeExceptionally(unanswered(execution.deadline, execution.requestId));
        } else {
            withdraw();
            outcome.completeExceptionally(cause);
        }
    }

    private boolean withdraw() {
        CompletableFuture<Answer> unanswered = waiting;
        return unanswered != null && unanswered.cancel(false);
    }

    private TdengineTimeoutException unanswered(Deadline deadline, long requestId) {
        String message = session.endpoint() + " did not execute a statement within " + deadline;
        return new TdengineTimeoutException(0, message, requestId, null);
    }

    /** The server is no longer busy with the result. */
    private void onResultClosed() {
        if (!state.compareAndSet(State.READING, State.IDLE) && state.compareAndSet(State.CLOSING, State.CLOSED)) {
            StatementPreparation.close(session, prepared.statementId());
        }
    }

    @Override
    public boolean isUsable() {
        return state.get() == State.IDLE && session.isOpen();
    }

    /** While the server fetches rows of a result, the statement they come from must stay. */
    @Override
    public void close() {
        if (state.compareAndSet(State.READING, State.CLOSING) || state.get() == State.CLOSING) {
            return;
        }
        if (state.getAndSet(State.CLOSED) != State.CLOSED) {
            StatementPreparation.close(session, prepared.statementId());
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.data.Block;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.rest.RawAnswer;
import io.tdspring.protocol.rest.RestAnswerReader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands for a session where there is none: the address has been tried, and answered. Thread-safe. */
final class RestConnection implements Connection {

    private static final Logger log = LoggerFactory.getLogger(RestConnection.class);

    private static final String GREETING = "select server_version(), database()";
    private static final int NO_SUCH_DATABASE = 0x0388;

    private final OkHttpClient client;
    private final RestAddress address;
    private final ConnectProgress progress;
    private final Set<RestCall> underWay = ConcurrentHashMap.newKeySet();
    private volatile ServerVersion version = ServerVersion.OLDEST;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile boolean silent;

    private RestConnection(OkHttpClient client, RestAddress address) {
        this.address = address;
        this.progress =
                new ConnectProgress(address.endpoint(), address.settings().proxy());
        this.client = client.newBuilder()
                .dns(progress::resolve)
                .socketFactory(progress)
                .build();
    }

    static RestConnection open(OkHttpClient client, RestAddress address, Deadline deadline) {
        RestConnection connection = new RestConnection(client, address);
        connection.greet(deadline);
        return connection;
    }

    // REST ignores a database that does not exist, and would run statements in none.
    private void greet(Deadline deadline) {
        SqlRequest request =
                new SqlRequest(GREETING, RequestIds.next(), deadline.remaining().plusNanos(1));
        try (Result result = query(request, deadline)) {
            Block row = result.nextBlock();
            if (row == null || row.rows() != 1 || row.columns().size() != 2) {
                throw new TdengineProtocolException("it does not tell its version");
            }
            version = new ServerVersion(String.valueOf(row.stringAt(0, 0))).requireSupported(endpoint());
            requireDatabase(row.stringAt(1, 0), request.requestId());
        } catch (TdengineTimeoutException e) {
            throw progress.unanswered(deadline);
        } catch (TdengineProtocolException e) {
            throw new TdengineConnectionException(endpoint() + " is no TDengine: " + e.getMessage(), e);
        }
    }

    private void requireDatabase(@Nullable String current, long requestId) {
        if (address.database() != null && (current == null || current.isEmpty())) {
            String message = "Database not exist: " + address.database() + " at " + endpoint();
            throw new TdengineProgrammingException(NO_SUCH_DATABASE, message, requestId, null);
        }
    }

    @Override
    public Endpoint endpoint() {
        return address.endpoint();
    }

    @Override
    public ServerVersion serverVersion() {
        return version;
    }

    @Override
    public Result query(SqlRequest request) {
        return query(request, Deadline.after(request.timeout()));
    }

    private Result query(SqlRequest request, Deadline deadline) {
        RestCall call = new RestCall(client, address, progress, request);
        underWay.add(call);
        try {
            Response response = send(call, request, deadline);
            RestAnswerReader reader = call.open(response, deadline);
            return new RestResult(call, response, reader, request, () -> underWay.remove(call));
        } catch (TdengineException e) {
            underWay.remove(call);
            throw e;
        }
    }

    private Response send(RestCall call, SqlRequest request, Deadline deadline) {
        if (closed) {
            throw new RequestNotSentException(
                    "the connection to " + endpoint() + " was closed", request.requestId(), null);
        }
        log.debug("sending {}", call);
        try {
            Response response = call.send(deadline);
            silent = false;
            return response;
        } catch (TdengineTimeoutException e) {
            silent = true;
            throw e;
        }
    }

    @Override
    public RawAnswer queryRaw(SqlRequest request) {
        Deadline deadline = Deadline.after(request.timeout());
        RestCall call = new RestCall(client, address, progress, request);
        underWay.add(call);
        try (Response response = send(call, request, deadline)) {
            return call.read(
                    response, deadline, () -> RawAnswer.read(response.body().byteStream(), request.requestId()));
        } finally {
            underWay.remove(call);
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public boolean isSilent() {
        return silent;
    }

    @Override
    public void onEnd(Runnable listener) {
        CompletableFuture<Void> unused = ended.thenRun(listener);
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(RestCall::cancel);
        ended.complete(true);
    }
}

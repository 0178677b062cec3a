// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.rest.RestAnswerReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One statement on its way to the server and back. Confined to one thread, except {@link #cancel}. */
final class RestCall {

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;
    private static final int INVALID_USER = 0x0351;
    private static final int INVALID_SCHEME = 0x1122;

    private final SqlRequest request;
    private final RestAddress address;
    private final ConnectProgress progress;
    private final Call call;

    RestCall(OkHttpClient client, RestAddress address, ConnectProgress progress, SqlRequest request) {
        this.request = request;
        this.address = address;
        this.progress = progress;
        this.call = client.newCall(address.post(request));
    }

    /** Sends the statement and waits for the beginning of the answer. */
    Response send(Deadline deadline) {
        CompletableFuture<Response> answered = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answeredCall, Response response) {
                if (!answered.complete(response)) {
                    close(response);
                }
            }

            @Override
            public void onFailure(Call failedCall, IOException failure) {
                answered.completeExceptionally(failed(failure));
            }
        });
        try {
            return deadline.await(answered, toString());
        } catch (TimeoutException e) {
            giveUp(answered);
            throw late(deadline);
        } catch (TdengineException e) {
            giveUp(answered);
            throw e;
        }
    }

    private void giveUp(CompletableFuture<Response> answered) {
        call.cancel();
        answered.cancel(false);
        // It may have come at the last moment.
        CompletableFuture<Response> unused = answered.whenComplete((response, failure) -> close(response));
    }

    private static void close(@Nullable Response response) {
        if (response != null) {
            response.close();
        }
    }

    /** Reads up to the first rows of the answer. */
    RestAnswerReader open(Response response, Deadline deadline) {
        return read(
                response,
                deadline,
                () -> RestAnswerReader.open(
                        response.body().byteStream(),
                        request.requestId(),
                        address.state().zone()));
    }

    /** A step in reading an answer. */
    @FunctionalInterface
    interface Step<T> {
        T read() throws IOException;
    }

    /** Does a step in reading the answer, which has to arrive by the deadline. */
    <T> T read(Response response, Deadline deadline, Step<T> step) {
        response.body().source().timeout().deadline(Math.max(1, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
        try {
            return step.read();
        } catch (IOException e) {
            throw failed(e, deadline);
        } catch (TdengineProtocolException e) {
            throw malformed(response, e);
        } catch (TdengineException e) {
            throw isRefusal(response, e) ? refused(e) : e;
        }
    }

    void cancel() {
        call.cancel();
    }

    private TdengineConnectionException failed(IOException failure) {
        TdengineConnectionException cause = progress.failed(failure);
        return new TdengineConnectionException(0, String.valueOf(cause.getMessage()), request.requestId(), failure);
    }

    // Okio looks whether the thread was interrupted, which says nothing about the server.
    private TdengineException failed(IOException failure, Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            return new TdengineException("interrupted while waiting for " + this, failure);
        }
        return deadline.isOver() ? late(deadline) : broken(failure);
    }

    private TdengineConnectionException broken(IOException failure) {
        String message = "the connection to " + address.endpoint() + " broke before the answer was complete";
        return new TdengineConnectionException(0, message, request.requestId(), failure);
    }

    private TdengineTimeoutException late(Deadline deadline) {
        String message = address.endpoint() + " did not answer a statement within " + deadline;
        return new TdengineTimeoutException(0, message, request.requestId(), null);
    }

    private TdengineException malformed(Response response, TdengineProtocolException e) {
        if (response.isSuccessful()) {
            return new TdengineProtocolException(0, String.valueOf(e.getMessage()), request.requestId(), e);
        }
        if (response.code() == PROXY_UNAUTHORIZED) {
            return new TdengineConnectionException(
                    0,
                    "the proxy on the way to " + address.endpoint() + " refused the credentials",
                    request.requestId(),
                    e);
        }
        String message = address.endpoint() + " answered HTTP " + response.code() + " without an answer of TDengine's";
        return new TdengineConnectionException(0, message, request.requestId(), e);
    }

    private static boolean isRefusal(Response response, TdengineException e) {
        return response.code() == UNAUTHORIZED
                || e.code() == ErrorCodes.AUTHENTICATION_FAILURE
                || e.code() == INVALID_USER;
    }

    private TdengineConnectionException refused(TdengineException e) {
        String what = e.code() == ErrorCodes.AUTHENTICATION_FAILURE ? "Authentication failure" : "login refused";
        String message = what + " for " + address.settings().identity().who() + " at " + address.endpoint() + hint(e);
        return new TdengineConnectionException(e.rawCode(), message, request.requestId(), e);
    }

    // A server that knows no bearer tokens says just this, and its version cannot be asked without a login.
    private String hint(TdengineException e) {
        return address.settings().identity() instanceof BearerToken && e.code() == INVALID_SCHEME
                ? ", which needs version " + BearerToken.SINCE.text() + " or later for bearer tokens"
                : "";
    }

    @Override
    public String toString() {
        return request + " to " + address.endpoint();
    }
}

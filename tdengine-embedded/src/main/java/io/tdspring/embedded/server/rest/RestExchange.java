// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.rest.RestAnswerWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one REST request, and the watch that times it.
 *
 * <p>For one thread at a time.
 */
public final class RestExchange {

    private final HttpAnswer answer;
    private final long start = System.nanoTime();

    public RestExchange(HttpAnswer answer) {
        this.answer = answer;
    }

    /** Nanoseconds since the request came. */
    long timing() {
        return System.nanoTime() - start;
    }

    /** Answers an error of TDengine, which has the HTTP status of a success. */
    public void fail(SqlException failure) {
        send(200, failure.code() & 0xffff, failure.getMessage());
    }

    void fail(RestFailure failure) {
        send(failure.status(), failure.code(), failure.getMessage());
    }

    private void send(int status, int code, @Nullable String description) {
        json(status, RestAnswerWriter.error(code, Objects.requireNonNullElse(description, ""), timing()));
    }

    /** Answers a success. */
    void success(String body) {
        json(200, body);
    }

    private void json(int status, String body) {
        answer.send(status, HttpAnswer.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a long answer. */
    HttpAnswer.Body stream() {
        return answer.stream(HttpAnswer.JSON);
    }
}

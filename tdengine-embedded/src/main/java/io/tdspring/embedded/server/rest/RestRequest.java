// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.fault.Arrival;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.Line;
import io.tdspring.embedded.server.faults.CutAnswer;
import io.tdspring.embedded.server.faults.FaultyRequest;
import io.tdspring.embedded.sql.SqlException;
import java.util.function.Consumer;

/**
 * A request over HTTP.
 *
 * @param task answers it
 */
public record RestRequest(HttpCall call, HttpAnswer answer, Consumer<HttpAnswer> task) implements FaultyRequest {

    @Override
    public Arrival arrival() {
        return new Arrival(call.path(), call.method(), call.body());
    }

    @Override
    public Line line() {
        return answer.line();
    }

    @Override
    public void carryOut() {
        task.accept(answer);
    }

    @Override
    public void carryOutAndCut() {
        task.accept(new CutAnswer(answer));
    }

    @Override
    public void fail(SqlException failure) {
        new RestExchange(answer).fail(failure);
    }

    @Override
    public String toString() {
        return call.method() + " request";
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.Line;

/** Ends the connection where an answer should go. */
public record CutAnswer(HttpAnswer answer) implements HttpAnswer {

    @Override
    public Line line() {
        return answer.line();
    }

    @Override
    public void send(int status, String contentType, byte[] body) {
        line().cut();
    }

    @Override
    public Body stream(String contentType) {
        Body body = answer.stream(contentType);
        body.abort();
        return body;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

/** A request that is answered with an HTTP status of its own; the message is the body. */
final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HttpFailure(int status, String body) {
        super(body);
        this.status = status;
    }

    int status() {
        return status;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

/** A REST request that is answered with an HTTP status of its own. */
final class RestFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    /**
     * A failure as the client gets it.
     *
     * @param status of HTTP
     * @param code of TDengine
     */
    RestFailure(int status, int code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    /** A query parameter that cannot be read. */
    static RestFailure badParameter(String description) {
        return new RestFailure(400, 0xffff, description);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}

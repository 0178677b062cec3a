// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.Duration;

/**
 * A statement to run. Immutable; its text does not show the statement, which may hold values.
 *
 * @param requestId not 0, unsigned
 * @param timeout for the answer, and then for each block of rows
 */
public record SqlRequest(String sql, long requestId, Duration timeout) {

    public SqlRequest {
        if (requestId == 0) {
            throw new IllegalArgumentException("a request id must not be 0");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a request must be positive, not " + timeout);
        }
    }

    @Override
    public String toString() {
        return "SqlRequest[requestId=" + RequestIds.text(requestId) + "]";
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.time.Duration;
import java.util.List;

/**
 * Lines to be written as they are into the session's database. Immutable; its text does not show the lines.
 *
 * @param format everything but the lines: its data is empty
 * @param lines at least one; what belongs together, such as a JSON document, is one of them
 * @param timeout for the answer
 */
public record SchemalessBatch(SchemalessInsert format, List<String> lines, Duration timeout) {

    public SchemalessBatch {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no lines");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout of a request must be positive, not " + timeout);
        }
    }

    /** The same without the first lines. */
    public SchemalessBatch after(int count) {
        return new SchemalessBatch(format, lines.subList(count, lines.size()), timeout);
    }

    @Override
    public String toString() {
        return "SchemalessBatch[requestId=" + RequestIds.text(format.requestId()) + ", lines=" + lines.size() + "]";
    }
}

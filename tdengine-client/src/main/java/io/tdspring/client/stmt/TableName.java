// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.error.TdengineStatementException;
import java.nio.charset.StandardCharsets;

/** What a table name must be so that it can be bound. */
public final class TableName {

    private TableName() {}

    /**
     * Refuses a name that would not arrive as it is.
     *
     * @throws TdengineStatementException if it is empty, or holds U+0000 or half of a surrogate pair
     */
    public static void require(String name) {
        if (name.isEmpty()) {
            throw new TdengineStatementException("a table name is empty", null);
        }
        if (name.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new TdengineStatementException("a table name holds U+0000 or half of a surrogate pair", null);
        }
    }
}

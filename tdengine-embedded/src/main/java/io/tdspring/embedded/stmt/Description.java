// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.protocol.stmt.StatementField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a prepared statement.
 *
 * @param fields what the placeholders of an INSERT stand for, in their order; null for a query, and if nobody asked
 * @param placeholders how many there are; 0 if nobody asked
 */
public record Description(boolean isInsert, @Nullable List<StatementField> fields, int placeholders) {

    public Description {
        fields = fields == null ? null : List.copyOf(fields);
    }

    static Description unasked(boolean isInsert) {
        return new Description(isInsert, null, 0);
    }
}

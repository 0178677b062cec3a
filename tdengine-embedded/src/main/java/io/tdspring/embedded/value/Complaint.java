// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;

/** How a statement says that one of its values is wrong. */
@FunctionalInterface
public interface Complaint {

    /** For CREATE TABLE … TAGS: shows the value alone. */
    Complaint ABOUT_TAGS = (value, reason) -> SqlException.insertSyntax(
            value instanceof Expr.Literal literal ? literal.text() : "invalid data or symbol", reason);

    /** The error about a value, which shows where it is and why it is wrong. */
    SqlException about(Expr value, String reason);
}

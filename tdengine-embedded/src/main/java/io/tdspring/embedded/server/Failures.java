// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.embedded.sql.SqlException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Failures that are the server's, not those of SQL. */
public final class Failures {

    private static final int ADAPTER = 0xffff;
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** A failure of the kind of which only the text tells what it is. */
    public static SqlException adapter(@Nullable String message) {
        return new SqlException(ADAPTER, Objects.requireNonNullElse(message, ""));
    }

    /** What a client is told of an exception or error; one that nobody expected is logged. */
    public static SqlException of(Throwable cause) {
        if (cause instanceof SqlException expected) {
            return expected;
        }
        LOG.log(Level.ERROR, "A request failed unexpectedly", cause);
        return adapter(
                "internal error of the embedded server: " + cause.getClass().getSimpleName());
    }
}

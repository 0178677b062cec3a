// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;

/** A place in a line, which errors show together with what follows it. */
record Near(String line, int from) {

    /** Characters that a message shows at most: lines can have megabytes. */
    private static final int SHOWN = 400;

    /** An error of what stands here. */
    SqlException error(int code, String what) {
        return new SqlException(code, what + this);
    }

    @Override
    public String toString() {
        return line.substring(from, Math.min(line.length(), from + SHOWN));
    }
}

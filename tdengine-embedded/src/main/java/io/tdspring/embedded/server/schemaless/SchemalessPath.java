// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.sql.SqlException;

/** A path to which rows are posted. */
interface SchemalessPath {

    /**
     * Writes the rows of a request.
     *
     * @throws HttpFailure if it is to be answered without looking at the rows
     * @throws SqlException if writing fails
     */
    void write(HttpCall call);

    /** How a failure of TDengine is answered here. */
    HttpFailure failure(SqlException cause);

    /** A query parameter; one that is missing is as good as an empty one here. */
    static String parameter(HttpCall call, String name) {
        String value = call.parameter(name);
        return value == null ? "" : value;
    }
}

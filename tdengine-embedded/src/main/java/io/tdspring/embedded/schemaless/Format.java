// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.util.List;

/** A protocol of schemaless writing. */
interface Format {

    /**
     * The points in a request's data.
     *
     * @param precision the database's, for the points' timestamps
     * @param now for points without a timestamp
     * @throws SqlException as TDengine does if one is wrong; then none counts
     */
    List<Point> parse(String data, Precision precision, Instant now);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole statement. Immutable.
 *
 * @param precision the unit of TIMESTAMP values: the database's, milliseconds without one
 * @param zone in which texts without one are read, and days begin for functions
 * @param serverZone in which days begin for windows
 * @param now NOW, the same in all of the statement
 * @param database the session's current database, or null
 * @param version what {@code server_version()} tells
 * @param hasTable whether there is a FROM
 */
record EvaluationContext(
        Precision precision,
        ZoneId zone,
        ZoneId serverZone,
        Instant now,
        String user,
        @Nullable String database,
        String version,
        boolean hasTable) {

    /** The same for a session in the server's zone. */
    EvaluationContext inServerZone() {
        return new EvaluationContext(precision, serverZone, serverZone, now, user, database, version, hasTable);
    }

    /** The same for a SELECT without FROM. */
    EvaluationContext withoutTable() {
        return new EvaluationContext(precision, zone, serverZone, now, user, database, version, false);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a session has beyond its login. Immutable.
 *
 * @param database in which statements look for tables named without one; null for none
 * @param zone in which the server reads times written without one; null for the server's own
 */
public record SessionState(
        @Nullable String database, @Nullable ZoneId zone) {

    /** No database, and the server's own zone. */
    public static final SessionState NONE = new SessionState(null, null);
}

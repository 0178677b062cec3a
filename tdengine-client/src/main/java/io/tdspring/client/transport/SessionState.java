// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a session has beyond its login. Immutable.
 *
 * @param database in which statements look for tables named without one; null for none
 * @param zone in which the server reads times written without one, a region of the IANA's; null for the server's own
 */
public record SessionState(
        @Nullable String database, @Nullable ZoneId zone) {

    private static final String OF_JAVA_17_ALONE = "SystemV/";

    /** No database, and the server's own zone. */
    public static final SessionState NONE = new SessionState(null, null);

    /**
     * Takes {@code Z} for {@code UTC}.
     *
     * @throws IllegalArgumentException if the zone is another offset: the server knows regions alone, and would silently
     *     take it for UTC
     */
    public SessionState {
        zone = ZoneOffset.UTC.equals(zone) ? ZoneId.of("UTC") : zone;
        if (zone != null && !isOfIana(zone.getId())) {
            throw new IllegalArgumentException("\"" + zone.getId()
                    + "\" is no time zone of the IANA's, such as Asia/Shanghai or, for UTC+8 all year, Etc/GMT-8");
        }
    }

    private static boolean isOfIana(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith(OF_JAVA_17_ALONE);
    }

    public SessionState withDatabase(@Nullable String other) {
        return new SessionState(other, zone);
    }

    public SessionState withZone(@Nullable ZoneId other) {
        return new SessionState(database, other);
    }
}

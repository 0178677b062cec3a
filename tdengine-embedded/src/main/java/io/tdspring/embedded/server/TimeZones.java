// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/** Names of time zones as clients send them: those of the IANA list, and nothing else that Java would take. */
public final class TimeZones {

    private TimeZones() {}

    /** The zone of this name, UTC for the empty name, null for an unknown one. */
    public static @Nullable ZoneId find(String name) {
        if (name.isEmpty()) {
            return ZoneOffset.UTC;
        }
        return ZoneRulesProvider.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
}

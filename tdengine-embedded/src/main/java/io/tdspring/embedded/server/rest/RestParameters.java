// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.GoText;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.TimeZones;
import io.tdspring.protocol.rest.RowShape;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of {@code /rest/sql}.
 *
 * @param sessionZone the zone in which the statement's literals are read, or null for the server's
 * @param printZone the zone in which timestamps are written
 * @param shape of the rows
 * @param timing whether a success tells how long it took
 */
record RestParameters(@Nullable ZoneId sessionZone, ZoneId printZone, RowShape shape, boolean timing) {

    /** Checks the request id, which comes before all other checks of a request. */
    static void checkRequestId(HttpCall call) {
        String requestId = call.parameter("req_id");
        if (requestId == null || requestId.isEmpty()) {
            return;
        }
        try {
            GoText.int64(requestId);
        } catch (IllegalArgumentException e) {
            throw RestFailure.badParameter("illegal param, req_id must be numeric " + e.getMessage());
        }
    }

    static RestParameters read(HttpCall call, ServerSettings settings) {
        ZoneId serverZone = settings.zone();
        boolean known = settings.version().has(Feature.CONNECTION_OPTIONS);
        String sessionZone = known ? call.parameter("conn_tz") : null;
        ZoneId zone = sessionZone == null || sessionZone.isEmpty() ? null : zone(sessionZone, serverZone);
        String printZone = call.parameter("tz");
        return new RestParameters(
                zone,
                zone == null ? zone(printZone == null ? "" : printZone, serverZone) : zone,
                shape(call),
                "true".equals(call.parameter("timing")));
    }

    private static ZoneId zone(String name, ZoneId serverZone) {
        ZoneId zone = name.equals("Local") ? serverZone : TimeZones.find(name);
        if (zone == null) {
            throw RestFailure.badParameter("unknown time zone " + name);
        }
        return zone;
    }

    private static RowShape shape(HttpCall call) {
        String value = call.parameter("row_with_meta");
        if (value == null || value.isEmpty()) {
            return RowShape.ARRAY;
        }
        try {
            return GoText.bool(value) ? RowShape.OBJECT : RowShape.ARRAY;
        } catch (IllegalArgumentException e) {
            throw RestFailure.badParameter("illegal param, row_with_meta must be boolean " + e.getMessage());
        }
    }
}

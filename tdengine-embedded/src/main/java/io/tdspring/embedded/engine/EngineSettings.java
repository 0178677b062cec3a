// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.tmq.Rebalance;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * How an engine is to be.
 *
 * @param clock what NOW and KEEP are measured by
 * @param zone the server's time zone
 * @param version what {@code server_version()} tells
 * @param missing types that this version does not have
 * @param users passwords by the users' names
 * @param rebalance when the members of a consumer group get their vgroups
 * @param maxRowBytes the most that the rows of all tables may take, {@link Long#MAX_VALUE} for any number
 */
public record EngineSettings(
        Clock clock,
        ZoneId zone,
        String version,
        MissingTypes missing,
        Map<String, String> users,
        Rebalance rebalance,
        long maxRowBytes) {

    public EngineSettings {
        users = Map.copyOf(users);
    }

    /** Of the version {@value SqlEngine#VERSION}, with no user but {@code root}, and without bounds. */
    public static EngineSettings of(Clock clock, ZoneId zone) {
        Map<String, String> root = Map.of(Accounts.ROOT, "taosdata");
        return new EngineSettings(
                clock, zone, SqlEngine.VERSION, MissingTypes.NONE, root, Rebalance.AT_ONCE, Long.MAX_VALUE);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "EngineSettings[version=" + version + ", zone=" + zone + ", users=" + users.keySet() + "]";
    }
}

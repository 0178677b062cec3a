// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.time.ZoneId;

/**
 * How a server presents itself.
 *
 * @param version as clients are told
 * @param blockRows the most rows of a block
 * @param zone the server's time zone
 */
public record ServerSettings(ServerVersion version, int blockRows, ZoneId zone) {}

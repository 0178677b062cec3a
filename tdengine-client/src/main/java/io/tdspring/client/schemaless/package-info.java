// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Schemaless writing: lines of InfluxDB's line protocol, OpenTSDB's telnet lines and OpenTSDB's JSON, whose tables and
 * columns the server makes as it needs them.
 *
 * <p>Uses {@code io.tdspring.client.transport}, {@code io.tdspring.protocol.schemaless} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.schemaless;

import org.jspecify.annotations.NullMarked;

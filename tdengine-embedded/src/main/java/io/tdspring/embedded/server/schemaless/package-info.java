// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Schemaless writing over HTTP: InfluxDB's path and those of OpenTSDB. Uses {@code server}, the engine and the protocol's
 * messages.
 */
@NullMarked
package io.tdspring.embedded.server.schemaless;

import org.jspecify.annotations.NullMarked;

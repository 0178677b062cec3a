// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Precision;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the meaning of a literal depends on besides its column.
 *
 * <p>Immutable.
 *
 * @param precision of the database
 * @param zone for timestamps written without one
 * @param now the moment of the statement: every NOW in it is the same
 */
public record ValueContext(Precision precision, ZoneId zone, Instant now, Complaint complaint) {}

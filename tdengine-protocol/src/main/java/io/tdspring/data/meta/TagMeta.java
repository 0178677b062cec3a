// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

import io.tdspring.data.DataType;

/**
 * The value that a tag of a new child table has. Immutable.
 *
 * @param value a {@code Boolean} for BOOL; {@code Float} or {@code Double}; {@code BigInteger} for BIGINT UNSIGNED; {@code
 *     Long} for the other integers and for TIMESTAMP, in the precision of the database; for all other types a {@code
 *     String}, without the quotes that TDengine puts around it
 */
public record TagMeta(String name, DataType type, Object value) {}

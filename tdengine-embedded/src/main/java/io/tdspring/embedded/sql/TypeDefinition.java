// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.data.DataType;

/**
 * A data type as a statement writes it.
 *
 * @param length of VARCHAR, VARBINARY and GEOMETRY in bytes, of NCHAR in characters, or 0 where none is written; of
 *     fixed types the width
 * @param precision digits of a DECIMAL, else 0
 * @param scale digits behind the point of a DECIMAL, else 0
 */
public record TypeDefinition(DataType type, int length, int precision, int scale) {}

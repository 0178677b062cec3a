// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.data.DataType;

/**
 * A column or tag in CREATE TABLE. Name and lengths are as written: limits and duplicates are the catalog's matter.
 *
 * @param length of VARCHAR, VARBINARY and GEOMETRY in bytes, of NCHAR in characters; of fixed types the width
 * @param precision digits of a DECIMAL, else 0
 * @param scale digits behind the point of a DECIMAL, else 0
 */
public record ColumnDefinition(String name, DataType type, int length, int precision, int scale) {}

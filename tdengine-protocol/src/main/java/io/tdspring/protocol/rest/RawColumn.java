// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

/**
 * A column as REST describes it. Immutable.
 *
 * @param type as {@code VARCHAR} or {@code DECIMAL(10,2)}
 * @param length bytes; characters for NCHAR
 */
public record RawColumn(String name, String type, int length) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TdengineTemplate and its operations: SQL, objects from rows, and records into child tables.
 *
 * <p>Uses the client, the mapper and the exception translation; knows no listener and no transport.
 */
@NullMarked
package io.tdspring.spring.core;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TDengine's SQL as text and as a tree: the parser, the statements and expressions it makes, and the exception that
 * carries TDengine's codes and messages. Knows no catalog and no data; uses only {@code io.tdspring.data}.
 */
@NullMarked
package io.tdspring.embedded.sql;

import org.jspecify.annotations.NullMarked;

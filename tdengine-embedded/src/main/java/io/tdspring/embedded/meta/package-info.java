// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What SHOW, DESCRIBE and the system tables answer; uses the syntax tree, the store, the topics and the accounts, gives the
 * executor its system tables, and changes nothing.
 */
@NullMarked
package io.tdspring.embedded.meta;

import org.jspecify.annotations.NullMarked;

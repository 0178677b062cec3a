// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A TDengine-compatible server in the JVM, for development and tests: its builder and its life.
 */
@NullMarked
package io.tdspring.embedded;

import org.jspecify.annotations.NullMarked;

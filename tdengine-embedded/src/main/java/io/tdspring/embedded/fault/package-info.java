// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Faults on purpose: what a test tells an embedded server to do wrong, to see what its client makes of it. Public API; uses
 * nothing but the JDK.
 */
@NullMarked
package io.tdspring.embedded.fault;

import org.jspecify.annotations.NullMarked;

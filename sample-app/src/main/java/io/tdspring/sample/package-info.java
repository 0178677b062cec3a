// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a user of the starter would write: {@code plant} is an application, {@code example} has small ones, a class each.
 *
 * <p>Uses the starter's public API only.
 */
@NullMarked
package io.tdspring.sample;

import org.jspecify.annotations.NullMarked;

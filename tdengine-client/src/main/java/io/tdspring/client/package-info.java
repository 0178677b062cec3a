// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The client: {@code TdengineClient}, its builder, its results, and the one place that names the carriers.
 *
 * <p>Uses all packages below it, {@code io.tdspring.data} and {@code io.tdspring.error}; only applications and the modules
 * above use it.
 */
@NullMarked
package io.tdspring.client;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The client: TdengineClient, its builder, and the one place that names the carriers.
 */
@NullMarked
package io.tdspring.client;

import org.jspecify.annotations.NullMarked;

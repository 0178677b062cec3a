// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What Spring's application events tell of listener containers. Uses {@code io.tdspring.client.tmq} alone.
 */
@NullMarked
package io.tdspring.spring.event;

import org.jspecify.annotations.NullMarked;

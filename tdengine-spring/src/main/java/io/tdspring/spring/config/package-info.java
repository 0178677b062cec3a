// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From an endpoint (what an annotation says) by a container factory to a container, kept in the registry.
 *
 * <p>Uses {@code listener} and {@code mapping}.
 */
@NullMarked
package io.tdspring.spring.config;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Measures listeners by Micrometer. The one package that touches {@code io.micrometer}, which an application may leave out if
 * it does not use this.
 *
 * <p>Uses {@code config} and {@code listener}, which do not know it.
 */
@NullMarked
package io.tdspring.spring.observation;

import org.jspecify.annotations.NullMarked;

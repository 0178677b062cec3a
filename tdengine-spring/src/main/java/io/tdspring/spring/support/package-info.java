// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TDengine's failures in Spring's words.
 *
 * <p>Uses the exceptions of the protocol module and spring-tx; knows no template and no listener.
 */
@NullMarked
package io.tdspring.spring.support;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads certificates and keys from where users have them, by means of the JDK alone.
 *
 * <p>{@link io.tdspring.client.tls.TlsOptions} is what a user sees of it. Uses {@code io.tdspring.client.transport}, for
 * what comes out.
 */
@NullMarked
package io.tdspring.client.tls;

import org.jspecify.annotations.NullMarked;

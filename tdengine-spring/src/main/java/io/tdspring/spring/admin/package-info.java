// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Super tables and topics as beans, which {@code TdengineAdmin} makes before listeners start.
 *
 * <p>Uses {@code core}, {@code mapping} and the client's quoting of names.
 */
@NullMarked
package io.tdspring.spring.admin;

import org.jspecify.annotations.NullMarked;

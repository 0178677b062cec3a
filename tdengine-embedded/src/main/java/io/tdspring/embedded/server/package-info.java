// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What all endpoints share: the interfaces by which the port talks to them, users, threads, the login of a connection and
 * the way from results to blocks. Knows nothing of the packages below it, which are the endpoints themselves.
 */
@NullMarked
package io.tdspring.embedded.server;

import org.jspecify.annotations.NullMarked;

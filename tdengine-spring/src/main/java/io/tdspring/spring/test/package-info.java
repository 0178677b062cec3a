// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What tests of applications need: a consumer without a server, and a way to wait for a container's vgroups.
 *
 * <p>Uses {@code listener} and {@code io.tdspring.client.tmq}.
 */
@NullMarked
package io.tdspring.spring.test;

import org.jspecify.annotations.NullMarked;

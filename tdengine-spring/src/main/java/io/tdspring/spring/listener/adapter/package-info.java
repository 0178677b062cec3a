// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Calls of the user's listener methods: what their parameters mean, and how a message is taken apart for them.
 *
 * <p>{@code MethodListener} looks at a method once and makes the {@code MessageListener} that fits it; a {@code
 * ListenerMethod} fills its parameters for each call; a {@code RowSource} makes rows into payloads. Uses {@code
 * listener}, {@code mapping} and {@code support}; the container does not know this package.
 */
@NullMarked
package io.tdspring.spring.listener.adapter;

import org.jspecify.annotations.NullMarked;

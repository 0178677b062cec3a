// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Switches {@code @TdTopicListener} on and configures its container factory.
 */
@NullMarked
package io.tdspring.boot.autoconfigure.listener;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a user writes on methods and configurations: {@code @TdTopicListener}, {@code @EnableTdTopic}, and the post-processor
 * that finds them.
 *
 * <p>Uses {@code config} and {@code listener}.
 */
@NullMarked
package io.tdspring.spring.annotation;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a native image has to keep for reflection. Listener methods and their payloads need no entry here, since
 * {@code @TdTopicListener} and {@code @TdTopicHandler} are marked for Spring's own processing; nor do records with
 * {@code @TdTable}.
 *
 * <p>Uses nothing of this module; found by {@code META-INF/spring/aot.factories}.
 */
@NullMarked
package io.tdspring.spring.aot;

import org.jspecify.annotations.NullMarked;

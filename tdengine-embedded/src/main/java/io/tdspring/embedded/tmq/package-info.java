// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Topics and consumer groups over the logs of the vgroups; uses the store and {@code SqlException} alone, what a topic
 * selects comes in as a {@link io.tdspring.embedded.tmq.TopicQuery}.
 *
 * <p>Locks are taken in this order and never the other way round: subscriptions, group, consumer, vgroup. Nobody waits
 * while holding one, but for a polling consumer on the condition of its own lock, which that releases.
 */
@NullMarked
package io.tdspring.embedded.tmq;

import org.jspecify.annotations.NullMarked;

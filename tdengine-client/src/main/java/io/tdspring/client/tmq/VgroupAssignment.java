// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

/**
 * A vgroup of a topic that this consumer reads. Immutable.
 *
 * @param offset where reading started or was sought to; the server does not move it with every poll, so ask
 *     {@link TmqConsumer#position} for progress
 * @param begin the oldest offset available, or −1 if unknown, as shortly after a rebalance
 * @param end the offset behind the newest message, or −1 if unknown
 */
public record VgroupAssignment(int vgroupId, long offset, long begin, long end) {}

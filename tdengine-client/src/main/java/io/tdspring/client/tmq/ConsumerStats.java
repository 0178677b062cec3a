// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

/**
 * What a consumer has done since it was made, over all its subscriptions. Immutable; the numbers are read one after the
 * other while it goes on.
 *
 * @param polls answers to polls, those that brought nothing too
 * @param messages messages delivered, again after a seek too
 * @param rows rows in them
 * @param commits offsets that the server has taken, one a vgroup
 * @param failedCommits offsets that it has not taken, or whose answers did not come
 */
public record ConsumerStats(long polls, long messages, long rows, long commits, long failedCommits) {

    /** Of a consumer that has done nothing, or does not count. */
    public static final ConsumerStats NONE = new ConsumerStats(0, 0, 0, 0, 0);

    /** What this consumer and another one have done together. */
    public ConsumerStats plus(ConsumerStats other) {
        return new ConsumerStats(
                polls + other.polls,
                messages + other.messages,
                rows + other.rows,
                commits + other.commits,
                failedCommits + other.failedCommits);
    }
}

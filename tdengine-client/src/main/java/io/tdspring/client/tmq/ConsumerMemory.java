// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.util.Map;

/**
 * What a consumer takes over from one membership to the next. Immutable, its parts are not.
 *
 * @param places where it was in the membership that this one replaces
 */
record ConsumerMemory(ConsumerCounters counters, OwnCommits commits, Map<TopicVgroup, Long> places) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A plant of weather stations, as a user of the starter would write it: the stations' readings go through
 * {@code TdengineTemplate} into super tables, {@code @TdTopicListener} methods receive them again from topics, and a page
 * shows both.
 *
 * <p>Uses the starter's public API only.
 */
@NullMarked
package io.tdspring.sample.plant;

import org.jspecify.annotations.NullMarked;

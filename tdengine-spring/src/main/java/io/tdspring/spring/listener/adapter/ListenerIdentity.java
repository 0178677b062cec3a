// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import org.jspecify.annotations.Nullable;

/**
 * What a listener's headers tell of the listener itself. Immutable.
 *
 * @param info any text of the user's
 */
public record ListenerIdentity(
        @Nullable String id,
        @Nullable String groupId,
        @Nullable String info) {

    /** Of a listener that has no name. */
    public static final ListenerIdentity UNKNOWN = new ListenerIdentity(null, null, null);
}

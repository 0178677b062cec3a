// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** Where a container begins to read a vgroup when it comes to one of its consumers, the first time since its start. */
public enum InitialOffset {
    /** Where the group has committed, or as {@code auto.offset.reset} says. */
    COMMITTED,
    /** At the oldest message that is left. The group goes there too, so other members' progress is repeated. */
    EARLIEST,
    /** Behind the newest message; what the group has not handled of older ones is passed over. */
    LATEST
}

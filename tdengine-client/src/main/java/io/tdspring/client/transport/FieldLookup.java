// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/** Whether the server says, when it prepares an INSERT, what the placeholders stand for. */
public enum FieldLookup {
    ASK,

    /** For a statement whose table the server does not know yet: {@code insert into ? values (...)}. */
    SKIP
}

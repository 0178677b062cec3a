// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

/** What a change of tables is about. */
public enum TableKind {
    SUPER("super"),
    CHILD("child"),
    NORMAL("normal");

    private final String text;

    TableKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

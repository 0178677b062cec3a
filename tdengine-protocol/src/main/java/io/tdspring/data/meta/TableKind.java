// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

/** What sort of table was changed. */
public enum TableKind {
    SUPER,
    CHILD,
    NORMAL
}

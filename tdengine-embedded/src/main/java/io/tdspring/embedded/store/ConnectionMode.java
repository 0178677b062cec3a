// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

/** How a connection wants its statements to be read. */
public enum ConnectionMode {
    /** As the manual of SQL says. */
    NORMAL,
    /** For tools of business intelligence: {@code *} of a super table ends with {@code tbname}. */
    BI
}

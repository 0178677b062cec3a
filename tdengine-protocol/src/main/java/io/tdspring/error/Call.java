// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

/** What kind of call failed: the same code means different things to a query and to a subscription. */
public enum Call {
    CONNECT,
    QUERY,
    STATEMENT,
    SCHEMALESS,
    TMQ
}

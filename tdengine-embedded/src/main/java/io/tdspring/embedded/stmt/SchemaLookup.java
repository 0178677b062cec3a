// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

/** How often a prepared INSERT looks at its super table. */
public enum SchemaLookup {
    /** With each binding, so that changes of columns do not matter. */
    ALWAYS,
    /** Once; later changes make every execution fail. */
    ONCE
}

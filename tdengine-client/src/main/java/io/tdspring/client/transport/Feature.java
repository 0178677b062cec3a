// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/** What not every carrier can do; ask {@link Transport#supports} before relying on it. */
public enum Feature {
    /** Data subscription (TMQ). */
    SUBSCRIBE,

    /** Statements with parameters that are bound, not written into the text. */
    BIND,

    /** Schemaless writing. */
    SCHEMALESS,

    /** Answers to statements as REST gives them. */
    RAW_ANSWER
}

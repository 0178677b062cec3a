// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/** Who logs in, and what proves it. Immutable; its text does not show the proof. */
public sealed interface Identity permits Credentials, OneTimeLogin, BearerToken, CloudToken {

    /** What to call it in a message, such as {@code user root}. */
    String who();
}

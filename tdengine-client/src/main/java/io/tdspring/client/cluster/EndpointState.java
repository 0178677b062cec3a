// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

/** What is known of an endpoint. */
public enum EndpointState {
    /** Nothing is wrong, as far as is known. */
    UP,

    /** A connection to it broke; it is passed over until connecting there succeeds. */
    SUSPECT,

    /** Connecting to it failed; it is passed over until connecting there succeeds. */
    DOWN
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

/** When the vgroups of a topic are dealt out anew after a consumer joined or left its group. */
public enum Rebalance {

    /** Before joining and leaving return. Tests need not wait, and nobody sees a group that is moving. */
    AT_ONCE,

    /**
     * As a real server does it: by a timer of two seconds, for which subscribing waits. A consumer learns at its next poll
     * what it lost or got.
     */
    REALISTIC
}

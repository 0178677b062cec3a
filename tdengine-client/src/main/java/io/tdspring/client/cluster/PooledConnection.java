// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.SessionState;
import java.time.Duration;

/** A connection of a pool; what changes is guarded by the pool. */
final class PooledConnection {

    private final MemberConnection made;
    private final SessionState state;
    private int leases;
    private boolean retired;
    private long idleSince;

    /** A connection with this state, idle from now on. */
    PooledConnection(MemberConnection made, SessionState state, long now) {
        this.made = made;
        this.state = state;
        this.idleSince = now;
    }

    Connection connection() {
        return made.connection();
    }

    Member member() {
        return made.member();
    }

    SessionState state() {
        return state;
    }

    boolean isOpen() {
        return made.connection().isOpen();
    }

    /** Whether the server may be gone without a word. */
    boolean isSilent() {
        return made.connection().isSilent();
    }

    int leases() {
        return leases;
    }

    void lend() {
        leases++;
    }

    void takeBack(long now) {
        leases--;
        idleSince = now;
    }

    boolean isIdle() {
        return leases == 0;
    }

    /** Whether nobody has used it for so long. */
    boolean hasIdled(Duration time, long now) {
        return isIdle() && now - idleSince >= time.toNanos();
    }

    /** Gets no more requests, and is closed when nothing is under way. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    void close() {
        made.close();
    }
}

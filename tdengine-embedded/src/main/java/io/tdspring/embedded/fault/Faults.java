// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

/**
 * The faults of one embedded server, to which a test adds while the server runs.
 *
 * <pre>{@code
 * server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.cutAfter()));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface Faults {

    /** Has a rule followed from now on. A request meets at most one fault: that of the rule added first. */
    ArmedFault add(FaultRule rule);

    /**
     * From now on resets every new connection as soon as it has come, until {@link #clear()}. The port stays taken, so a
     * client sees a reset where a server that is down would have it see a refusal.
     */
    void refuseConnections();

    /** Ends all connections that there are, without close frames; new ones are welcome. */
    void cutConnections();

    /** Freezes all connections that there are, as {@link Fault#freeze()} does. New ones are served. */
    void freezeConnections();

    /**
     * Has the log that a topic reads forget all its entries, as when the retention period is over: consumers that are behind
     * go on with what comes next.
     *
     * @throws IllegalArgumentException if there is no such topic
     */
    void expireLog(String topic);

    /**
     * Drops all rules, welcomes new connections, and lets frozen ones go on: what they have sent is carried out now and
     * what they have not been answered is answered.
     */
    void clear();
}

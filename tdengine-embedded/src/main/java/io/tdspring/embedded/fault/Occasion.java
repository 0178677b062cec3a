// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

/**
 * Which requests a rule is about.
 *
 * <p>Implementations are thread-safe and fast, since they are asked on the threads that serve the connections.
 */
@FunctionalInterface
public interface Occasion {

    /** Whether the rule is about this request. */
    boolean matches(Arrival arrival);

    /** Every request. */
    static Occasion anyRequest() {
        return arrival -> true;
    }

    /** WebSocket requests of this action, such as {@code query}, {@code binary_query}, {@code stmt2_bind}, {@code poll}. */
    static Occasion action(String name) {
        return arrival -> arrival.action().equals(name);
    }

    /** Statements over REST. */
    static Occasion restStatement() {
        return arrival -> arrival.path().equals("/rest/sql") || arrival.path().startsWith("/rest/sql/");
    }

    /** Those of them whose text contains this; SQL is compared as it came, with its case. */
    default Occasion containing(String part) {
        return arrival -> matches(arrival) && arrival.text().contains(part);
    }
}

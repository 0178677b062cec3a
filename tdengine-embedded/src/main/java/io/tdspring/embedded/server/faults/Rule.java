// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Arrival;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import java.time.Duration;
import java.util.Collection;

/**
 * A rule with its count.
 *
 * <p>Thread-safe.
 */
final class Rule implements ArmedFault {

    private final FaultRule rule;
    private final Collection<Rule> rules;

    // Guarded by this.
    private int hits;

    /** A rule that leaves the others when it has been followed often enough. */
    Rule(FaultRule rule, Collection<Rule> rules) {
        this.rule = rule;
        this.rules = rules;
    }

    Fault fault() {
        return rule.fault();
    }

    /** Whether this request meets the fault; then it counts. */
    boolean takes(Arrival arrival) {
        return rule.occasion().matches(arrival) && count();
    }

    private synchronized boolean count() {
        if (hits == rule.times()) {
            return false;
        }
        hits++;
        if (hits == rule.times()) {
            disarm();
        }
        notifyAll();
        return true;
    }

    @Override
    public synchronized int hits() {
        return hits;
    }

    @Override
    public synchronized boolean awaitHits(int count, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (hits < count) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    @Override
    public void disarm() {
        rules.remove(this);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Arrival;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Faults;
import io.tdspring.embedded.server.Connections;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.Subscriptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Follows the rules for faults. All requests pass {@link #admit}, which costs nothing while there are no rules.
 *
 * <p>Thread-safe.
 */
public final class InjectedFaults implements Faults {

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Connections connections;
    private final Subscriptions subscriptions;

    public InjectedFaults(Connections connections, Subscriptions subscriptions) {
        this.connections = connections;
        this.subscriptions = subscriptions;
    }

    /** Lets a request through, or does to it what a rule says. */
    public void admit(FaultyRequest request) {
        Fault fault = rules.isEmpty() ? null : find(request.arrival());
        if (fault == null) {
            request.carryOut();
        } else if (fault instanceof Fault.Delay delay) {
            request.line().later(delay.by(), request::carryOut);
        } else if (fault instanceof Fault.Refusal error) {
            request.fail(new SqlException(error.code(), error.message()));
        } else if (fault == Fault.Cut.AFTER) {
            request.carryOutAndCut();
        } else if (fault == Fault.Cut.BEFORE) {
            request.line().cut();
        } else {
            request.line().freeze();
            request.carryOut();
        }
    }

    private @Nullable Fault find(Arrival arrival) {
        for (Rule rule : rules) {
            if (rule.takes(arrival)) {
                return rule.fault();
            }
        }
        return null;
    }

    @Override
    public ArmedFault add(FaultRule rule) {
        Rule added = new Rule(rule, rules);
        rules.add(added);
        return added;
    }

    @Override
    public void refuseConnections() {
        connections.setOpen(false);
    }

    @Override
    public void cutConnections() {
        connections.cutAll();
    }

    @Override
    public void freezeConnections() {
        connections.freezeAll();
    }

    @Override
    public void expireLog(String topic) {
        if (!subscriptions.expire(topic)) {
            throw new IllegalArgumentException("There is no topic " + topic);
        }
    }

    @Override
    public void clear() {
        rules.clear();
        connections.setOpen(true);
        connections.thawAll();
    }
}

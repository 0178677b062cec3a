// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Transport;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the servers of a cluster in their order. Immutable. */
record Failover(List<Transport> transports, Duration connectTimeout) {

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    /** A way to connect, such as {@link Transport#openSubscription}. */
    @FunctionalInterface
    interface Connector<T> {
        T connect(Transport transport, Duration timeout);
    }

    /**
     * Connects to the first server that can be reached; a server that hangs leaves their share of the time to the others.
     *
     * @throws TdengineConnectionException if there is none, or one refuses the user
     */
    <T> T connect(Connector<T> connector) {
        Deadline deadline = Deadline.after(connectTimeout);
        Duration share = connectTimeout.dividedBy(transports.size());
        List<TdengineConnectionException> failures = new ArrayList<>();
        for (Transport transport : transports) {
            try {
                return connector.connect(transport, share);
            } catch (TdengineConnectionException e) {
                if (isRefusal(e)) {
                    throw e;
                }
                log.debug("{} is passed over: {}", transport.endpoint(), e.getMessage());
                failures.add(e);
                share = deadline.remaining().dividedBy(Math.max(1, transports.size() - failures.size()));
            }
        }
        throw all(failures);
    }

    // Every server of a cluster would refuse the same user.
    private static boolean isRefusal(TdengineConnectionException e) {
        return e.rawCode() != 0 && !ErrorCodes.isRetryable(e.rawCode());
    }

    private static TdengineConnectionException all(List<TdengineConnectionException> failures) {
        TdengineConnectionException last = failures.remove(failures.size() - 1);
        if (failures.isEmpty()) {
            return last;
        }
        StringBuilder message = new StringBuilder("no endpoint can be used: ");
        failures.forEach(failure -> message.append(failure.getMessage()).append("; "));
        TdengineConnectionException all = new TdengineConnectionException(
                message.append(last.getMessage()).toString(), last);
        failures.forEach(all::addSuppressed);
        return all;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.util.ArrayList;
import java.util.List;

/** Why endpoint after endpoint could not be connected to. Confined to one thread. */
final class ConnectFailures {

    private final List<TdengineConnectionException> failures = new ArrayList<>();

    /** Whether an exception says that the endpoint is of no use; a server that refuses the user works. */
    static boolean isOutage(TdengineException e) {
        return e instanceof TdengineConnectionException && (e.rawCode() == 0 || ErrorCodes.isRetryable(e.rawCode()));
    }

    void add(TdengineConnectionException failure) {
        failures.add(failure);
    }

    /** One exception that names them all; there must be one. */
    TdengineConnectionException all() {
        TdengineConnectionException last = failures.get(failures.size() - 1);
        List<TdengineConnectionException> others = failures.subList(0, failures.size() - 1);
        if (others.isEmpty()) {
            return last;
        }
        StringBuilder message = new StringBuilder("no endpoint can be used: ");
        others.forEach(failure -> message.append(failure.getMessage()).append("; "));
        TdengineConnectionException all = new TdengineConnectionException(
                message.append(last.getMessage()).toString(), last);
        others.forEach(all::addSuppressed);
        return all;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.FailedDelivery;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/**
 * Keeps what failed in a {@link DeadLetterTable}: a letter for each row, of a batch as well. It counts as handled when the
 * server has acknowledged the insert, not before. Thread-safe.
 */
public final class DeadLetterTableRecoverer implements RecordRecoverer {

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(DeadLetterTableRecoverer.class));
    private final DeadLetterTable table;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public DeadLetterTableRecoverer(DeadLetterTable table) {
        this.table = table;
    }

    @Override
    public void recover(FailedDelivery failure) {
        warnOfLoop(failure);
        table.write(failure);
    }

    private void warnOfLoop(FailedDelivery failure) {
        String topic = failure.message().topic();
        if (failure.message().database().equalsIgnoreCase(table.database()) && warned.add(topic)) {
            log.warn(() -> "Dead letters of topic " + topic + " go to " + table.qualifiedName()
                    + " in the database that it reads: if it is a topic of the whole database, its listeners are handed"
                    + " their own dead letters");
        }
    }
}

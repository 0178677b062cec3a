// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.client.writer.TdengineWriter;
import io.tdspring.client.writer.WriterRow;
import io.tdspring.error.TdengineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Appends rows to a writer that all such sinks share, and waits for them. */
record BackgroundSink(TdengineWriter writer) implements Sink {

    @Override
    public void write(Rows rows, int from, int count) {
        List<CompletableFuture<Void>> written = new ArrayList<>();
        WriterRow row = writer.newRow();
        for (int number = from; number < from + count; number++) {
            row.table(rows.table()).setLong(0, rows.writer());
            written.add(row.setLong(1, rows.timestamp(number))
                    .setLong(2, rows.value(number))
                    .append()
                    .toCompletableFuture());
        }
        try {
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TdengineException("not written", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the writer neither writes nor gives up", e);
        }
    }

    @Override
    public @Nullable String definition() {
        return null;
    }
}

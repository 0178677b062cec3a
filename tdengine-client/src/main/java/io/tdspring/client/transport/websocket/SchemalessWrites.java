// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SchemalessBatch;
import io.tdspring.client.transport.SchemalessCount;
import io.tdspring.error.Call;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.protocol.schemaless.SchemalessFrame;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import io.tdspring.protocol.schemaless.SchemalessInsertResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Schemaless writing on a session. Thread-safe. */
final class SchemalessWrites {

    /** A longer message's memory is not kept. */
    private static final int MOST_KEPT_BYTES = 4 << 20;

    private final WebSocketSession session;
    private final AtomicReference<@Nullable SchemalessFrame> spare = new AtomicReference<>();

    SchemalessWrites(WebSocketSession session) {
        this.session = session;
    }

    SchemalessCount insert(SchemalessBatch batch) {
        SchemalessFrame kept = spare.getAndSet(null);
        SchemalessFrame frame = kept == null ? new SchemalessFrame() : kept;
        try {
            int lines = fill(frame, batch);
            Outgoing request = outgoing(batch.format().requestId(), frame.end());
            Answer.Text answer =
                    session.call(request, Deadline.after(batch.timeout())).asText();
            answer.head().check(Call.SCHEMALESS);
            SchemalessInsertResponse written = SchemalessInsertResponse.read(answer.json());
            return new SchemalessCount(lines, written.affectedRows(), written.totalRows());
        } finally {
            if (frame.capacity() <= MOST_KEPT_BYTES) {
                spare.set(frame);
            }
        }
    }

    /** Adds lines up to the longest message; returns how many. */
    private int fill(SchemalessFrame frame, SchemalessBatch batch) {
        frame.begin(batch.format());
        List<String> lines = batch.lines();
        int count = 0;
        while (count < lines.size() && frame.add(lines.get(count), session.maxMessageBytes())) {
            count++;
        }
        if (count == 0) {
            String message = "a line of " + lines.get(0).length() + " characters does not fit into a message of "
                    + session.maxMessageBytes() + " bytes, the most that can be sent";
            throw new TdengineProgrammingException(0, message, batch.format().requestId(), null);
        }
        return count;
    }

    private static Outgoing outgoing(long requestId, ByteBuffer utf8) {
        return new Outgoing(
                SchemalessInsert.ACTION,
                requestId,
                utf8.remaining(),
                (socket, deadline) -> socket.sendText(deadline, utf8));
    }
}

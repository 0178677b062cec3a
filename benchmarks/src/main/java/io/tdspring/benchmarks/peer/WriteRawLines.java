// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import com.taosdata.jdbc.AbstractConnection;
import com.taosdata.jdbc.enums.SchemalessProtocolType;
import com.taosdata.jdbc.enums.SchemalessTimestampType;
import io.tdspring.benchmarks.workload.LineBatch;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes batches of line protocol, joined before: given lines the driver sends one message a line. */
public final class WriteRawLines implements Workload {

    private final Connection connection;
    private final AbstractConnection writer;
    private final LineBatch batch = new LineBatch();

    public WriteRawLines(String endpoint) throws SQLException {
        this.connection = Peer.connect(endpoint, "bench");
        this.writer = connection.unwrap(AbstractConnection.class);
    }

    @Override
    public Work run() throws SQLException {
        long lines = 0;
        for (int i = 0; i < LineBatch.BATCHES; i++) {
            writer.writeRaw(batch.text(), SchemalessProtocolType.LINE, SchemalessTimestampType.MILLI_SECONDS);
            lines += LineBatch.LINES;
        }
        return new Work(lines, lines);
    }

    @Override
    public void close() {
        Peer.close(connection);
    }
}

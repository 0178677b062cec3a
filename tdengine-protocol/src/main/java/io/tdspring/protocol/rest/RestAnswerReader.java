// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.block.BlockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a statement while it arrives, a block of up to 4096 rows at a time.
 *
 * <p>What REST cannot tell: a JSON {@code null} in a tag looks like NULL; and when reading rows fails on the server, the
 * answer ends as if there were no more. Answers that break off, as those with a NaN or an infinity do, are errors.
 * Error messages never quote a value. Confined to one thread.
 */
public final class RestAnswerReader implements AutoCloseable {

    private static final int MAX_ROWS_PER_BLOCK = 4096;

    private final AnswerDocument document;
    private final List<Column> columns;
    private final CellReader cells;
    private @Nullable Block first;

    private RestAnswerReader(AnswerDocument document, List<Column> columns, @Nullable ZoneId zone) throws IOException {
        this.document = document;
        this.columns = columns;
        this.cells = new CellReader(zone);
        this.first = readBlock();
    }

    /** As {@link #open(InputStream, long, ZoneId)}, with timestamps in any zone. */
    public static RestAnswerReader open(InputStream body, long requestId) throws IOException {
        return open(body, requestId, null);
    }

    /**
     * Reads up to the first rows.
     *
     * @param body closed with the reader, or here if this fails
     * @param requestId goes into errors, 0 if there is none
     * @param zone in which the timestamps are written: the seconds of an offset are not; null if it is not known
     * @throws io.tdspring.error.TdengineException what the server answered instead of rows
     * @throws TdengineProtocolException if the answer is empty, breaks off or is malformed
     * @throws IOException if {@code body} fails
     */
    public static RestAnswerReader open(InputStream body, long requestId, @Nullable ZoneId zone) throws IOException {
        AnswerDocument document = new AnswerDocument(body);
        boolean opened = false;
        try {
            RestAnswerReader reader = new RestAnswerReader(document, document.readHead(requestId), zone);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                document.close();
            }
        }
    }

    public List<Column> columns() {
        return columns;
    }

    /**
     * The unit of the timestamps, as the first of them shows; milliseconds as long as there was none. Blocks tell their
     * own.
     */
    public Precision precision() {
        return cells.precision();
    }

    /**
     * Whether this is the answer to a statement without rows. A query whose only column is an INT called
     * {@code affected_rows} looks the same.
     */
    public boolean isUpdate() {
        return columns.size() == 1
                && columns.get(0).name().equals(ColumnMeta.AFFECTED_ROWS)
                && columns.get(0).type() == DataType.INT;
    }

    /**
     * The number of rows that the statement wrote; to be asked before {@link #nextBlock()}.
     *
     * @throws TdengineProtocolException if there is none
     */
    public int affectedRows() {
        Block block = first;
        if (!isUpdate() || block == null || block.rows() != 1 || block.isNull(0, 0)) {
            throw new TdengineProtocolException("REST answer has no number of affected rows");
        }
        return block.intAt(0, 0);
    }

    /**
     * The next rows, null at the end.
     *
     * @throws TdengineProtocolException if the answer breaks off or is malformed
     * @throws IOException if the stream fails
     */
    public @Nullable Block nextBlock() throws IOException {
        Block ready = first;
        first = null;
        return ready == null ? readBlock() : ready;
    }

    private @Nullable Block readBlock() throws IOException {
        BlockWriter writer = new BlockWriter(columns, BlockWriter.QUERY);
        while (writer.rows() < MAX_ROWS_PER_BLOCK && document.readRow(writer, cells)) {
            // Each round reads a row.
        }
        return writer.rows() == 0 ? null : writer.toBlock(cells.precision());
    }

    /** Closes the stream; what has not been read is lost. */
    @Override
    public void close() throws IOException {
        document.close();
    }
}

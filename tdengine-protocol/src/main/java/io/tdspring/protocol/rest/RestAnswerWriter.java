// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes the answer to a statement with rows: {@code {"code":0,"column_meta":[…],"data":[…],"rows":n}}.
 *
 * <p>The document is passed on in pieces of about 16 KiB. A stored NaN or infinity breaks it off, as it does at
 * TDengine's side: what has not been passed on by then is dropped, so a short answer is empty. Confined to one thread.
 */
public final class RestAnswerWriter {

    private static final int PIECE = 16 * 1024;

    private final OutputStream out;
    private final CellWriter cells;
    private final RowShape shape;
    private final List<Column> columns;
    private final JsonBytes pending = new JsonBytes();
    private long rows;
    private boolean brokenOff;

    /**
     * Begins an answer.
     *
     * @param out stays open
     * @param zone in which timestamps are written
     */
    public RestAnswerWriter(OutputStream out, List<Column> columns, ZoneId zone, RowShape shape) {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.shape = shape;
        this.cells = new CellWriter(zone);
        pending.ascii("{\"code\":0,\"column_meta\":[");
        for (int i = 0; i < this.columns.size(); i++) {
            pending.ascii(i == 0 ? "" : ",");
            ColumnMeta.write(this.columns.get(i), pending);
        }
        pending.ascii("],\"data\":[");
    }

    /** Writes the block's rows; none if the answer is broken off. */
    public void write(Block block) throws IOException {
        for (int row = 0; row < block.rows() && !brokenOff; row++) {
            if (!writeRow(block, row)) {
                brokenOff = true;
                pending.clear();
                return;
            }
            rows++;
            if (pending.size() >= PIECE) {
                pending.drainTo(out);
            }
        }
    }

    private boolean writeRow(Block block, int row) {
        pending.ascii(rows == 0 ? "" : ",").ascii(shape.opening());
        for (int column = 0; column < columns.size(); column++) {
            pending.ascii(column == 0 ? "" : ",");
            if (shape == RowShape.OBJECT) {
                pending.string(columns.get(column).name()).ascii(":");
            }
            if (!cells.write(block, column, row, pending)) {
                return false;
            }
        }
        pending.ascii(shape.closing());
        return true;
    }

    /** Whether a value without a JSON form ended the answer. */
    public boolean isBrokenOff() {
        return brokenOff;
    }

    /** Ends the answer. */
    public void finish() throws IOException {
        end("}");
    }

    /** Ends the answer and says how many nanoseconds it took. */
    public void finish(long timing) throws IOException {
        end(",\"timing\":" + timing + "}");
    }

    private void end(String tail) throws IOException {
        if (!brokenOff) {
            pending.ascii("],\"rows\":" + rows + tail).drainTo(out);
        }
    }

    /** The answer to a statement that has no rows. */
    public static String affectedRows(long affected, RowShape shape) {
        return affectedRows(affected, shape, "}");
    }

    /** As {@link #affectedRows(long, RowShape)}, with the nanoseconds it took. */
    public static String affectedRows(long affected, RowShape shape, long timing) {
        return affectedRows(affected, shape, ",\"timing\":" + timing + "}");
    }

    private static String affectedRows(long affected, RowShape shape, String tail) {
        String name = shape == RowShape.OBJECT ? "\"" + ColumnMeta.AFFECTED_ROWS + "\":" : "";
        return "{\"code\":0,\"column_meta\":[[\"" + ColumnMeta.AFFECTED_ROWS + "\",\"INT\",4]],\"data\":["
                + shape.opening() + name + affected + shape.closing() + "],\"rows\":1" + tail;
    }

    /**
     * The answer to a statement that failed.
     *
     * @param code of which the low 16 bits are sent
     * @param timing nanoseconds
     */
    public static String error(int code, String description, long timing) {
        return new JsonBytes()
                .ascii("{\"code\":" + (code & 0xffff) + ",\"desc\":")
                .string(description)
                .ascii(",\"timing\":" + timing + "}")
                .toString();
    }
}

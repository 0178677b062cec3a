// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.data.DataType;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.ws.BinaryRequestHead;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BindFrameTest {

    private static final List<Role> SUBTABLES = List.of(Role.TABLE_NAME, Role.TAG, Role.COLUMN, Role.COLUMN);

    /** The frames that bind all columns of well-formed values. */
    static Stream<ByteBuffer> recordedFrames() {
        return Stream.concat(Recording.all("stmt2-insert").stream(), Recording.all("stmt2-query").stream())
                .flatMap(recording -> recording.frames(true).stream())
                .filter(frame -> BinaryRequestHead.read(frame).action() == Stmt2Bind.CODE);
    }

    @ParameterizedTest
    @MethodSource("recordedFrames")
    void writesTheValuesOfARecordingAsItHasThem(ByteBuffer recorded) {
        Stmt2Bind bind = Stmt2Bind.read(recorded);
        BindFrame frame = BindFrame.ofTables(roles(bind.tables().get(0)));

        bind.tables().forEach(table -> write(frame, table));

        assertThat(message(frame, bind.requestId(), bind.statementId())).isEqualTo(recorded);
        assertThat(frame.bytes()).isEqualTo(recorded.remaining());
    }

    @ParameterizedTest
    @MethodSource("recordedFrames")
    void writesTheSameAgainInTheMemoryOfAnotherMessage(ByteBuffer recorded) {
        Stmt2Bind bind = Stmt2Bind.read(recorded);
        BindFrame frame = BindFrame.ofTables(roles(bind.tables().get(0)));
        write(frame, bind.tables().get(0));
        frame.clear();

        bind.tables().forEach(table -> {
            write(frame, table);
            frame.beginTable("undone", 1);
            frame.undoTable();
        });

        assertThat(message(frame, bind.requestId(), bind.statementId())).isEqualTo(recorded);
    }

    /** The example of taosAdapter's documents: rows (d1, 1, 1700000000000, 1.5), (d2, 2, 1700000000000, NULL). */
    @Test
    void writesAllRowsOfAllTablesAsColumns() {
        BindFrame frame = BindFrame.ofColumns(SUBTABLES);

        addTable(frame, "d1", 1, new long[] {1700000000000L}, new float[] {1.5f});
        addTable(frame, "d2", 2, new long[] {1700000000000L}, new float[] {0});
        ByteBuffer message = message(frame, 0x1122, 1);

        assertThat(message)
                .isEqualTo(ByteBuffer.wrap(HexFormat.of()
                        .parseHex(("22110000000000000100000000000000 0b000000000000000100"
                                        + "8c00000002000000020000000400000014000000"
                                        + "1f000000080000000200000000000102000000020000000400000064316432"
                                        + "1b000000040000000200000000000008000000 0100000002000000"
                                        + "23000000090000000200000000000010000000 0068e5cf8b0100000068e5cf8b010000"
                                        + "1b000000060000000200000000010008000000 0000c03f00000000")
                                .replace(" ", ""))));
    }

    @Test
    void countsRunsOfRowsOfTheSameTable() {
        BindFrame frame = BindFrame.ofColumns(SUBTABLES);
        long[] times = {1, 2};

        addTable(frame, "d1", 1, times, new float[2]);
        addTable(frame, "d1", 1, times, new float[2]);
        frame.beginTable("undone", 3);
        frame.values(1, DataType.INT).addLong(9);
        frame.undoTable();
        addTable(frame, "d2", 2, times, new float[2]);
        addTable(frame, "d1", 1, times, new float[2]);

        Stmt2BindExec read = Stmt2BindExec.read(message(frame, 1, 1));
        assertThat(read.tables()).isEqualTo(3);
        assertThat(read.rows()).isEqualTo(8);
        assertThat(Stream.iterate(0, i -> i + 1).limit(8).map(read.fields().get(0)::textAt))
                .containsExactly("d1", "d1", "d1", "d1", "d2", "d2", "d1", "d1");
        assertThat(Stream.iterate(0, i -> i + 1).limit(8).map(read.fields().get(1)::longAt))
                .containsExactly(1L, 1L, 1L, 1L, 2L, 2L, 1L, 1L);
    }

    @Test
    void copiesRowsThatWereCollectedOneByOne() {
        WireValues collected = new WireValues(DataType.NCHAR);
        collected.reserve(1).addText("wrong");
        collected.removeLast();
        collected.reserve(1).addText("é");
        collected.reserve(1).addNull();
        collected.reserve(1).addText("abc");
        collected.reserve(1).addUnset();
        BindFrame frame = BindFrame.ofTables(List.of(Role.COLUMN));

        frame.beginTable("", 4);
        frame.values(0, DataType.NCHAR).copy(collected);
        frame.endTable();

        BoundValues read =
                Stmt2Bind.read(message(frame, 1, 1)).tables().get(0).columns().get(0);
        assertThat(read.textAt(0)).isEqualTo("é");
        assertThat(read.isValue(1)).isFalse();
        assertThat(read.isNone(1)).isFalse();
        assertThat(read.textAt(2)).isEqualTo("abc");
        assertThat(read.isNone(3)).isTrue();
    }

    @Test
    void refusesHalfOfASurrogatePair() {
        WireValues values = new WireValues(DataType.NCHAR).reserve(1);

        assertThatIllegalArgumentException().isThrownBy(() -> values.addText("a\ud83d"));

        assertThat(values.rows()).isZero();
        assertThat(values.addText("a😀")).isEqualTo(5);
    }

    @Test
    void refusesValuesOfAnotherWidth() {
        WireValues values = new WireValues(DataType.INT).reserve(1);

        assertThatIllegalArgumentException().isThrownBy(() -> values.addLongs(new long[1], 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> values.addText("1"));
    }

    private static void addTable(BindFrame frame, String name, int tag, long[] times, float[] values) {
        frame.beginTable(name, times.length);
        frame.values(1, DataType.INT).addLong(tag);
        frame.values(2, DataType.TIMESTAMP).addLongs(times, 0, times.length);
        WireValues floats = frame.values(3, DataType.FLOAT);
        int first = floats.rows();
        floats.addFloats(values, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 0) {
                floats.setNull(first + i);
            }
        }
        frame.endTable();
    }

    private static List<Role> roles(BoundTable table) {
        List<Role> roles = new ArrayList<>();
        if (table.name() != null) {
            roles.add(Role.TABLE_NAME);
        }
        roles.addAll(Collections.nCopies(table.tags().size(), Role.TAG));
        roles.addAll(Collections.nCopies(table.columns().size(), Role.COLUMN));
        return roles;
    }

    private static void write(BindFrame frame, BoundTable table) {
        int at = table.name() == null ? 0 : 1;
        int rows = table.columns().isEmpty() ? 1 : table.columns().get(0).rows();
        frame.beginTable(table.name() == null ? "" : table.name(), rows);
        for (BoundValues values :
                Stream.concat(table.tags().stream(), table.columns().stream()).toList()) {
            copy(values, frame.values(at++, DataType.of(values.typeCode())));
        }
        frame.endTable();
    }

    /** Fixed widths from arrays in bulk, where there are arrays. */
    private static void copy(BoundValues from, WireValues to) {
        int rows = from.rows();
        switch (to.type()) {
            case TIMESTAMP, BIGINT, UBIGINT -> to.addLongs(longs(from), 0, rows);
            case INT, UINT ->
                to.addInts(Stream.of(boxed(from)).mapToInt(Long::intValue).toArray(), 0, rows);
            case FLOAT, DOUBLE, BOOL, TINYINT, SMALLINT, UTINYINT, USMALLINT -> {
                for (long value : longs(from)) {
                    to.addLong(value);
                }
            }
            case DECIMAL, DECIMAL64 -> addDecimals(from, to);
            default -> addBytes(from, to);
        }
        for (int row = 0; row < rows; row++) {
            if (to.type().width() > 0 && !from.isValue(row)) {
                to.setNull(row);
            }
        }
    }

    private static Long[] boxed(BoundValues from) {
        Long[] all = new Long[from.rows()];
        for (int row = 0; row < all.length; row++) {
            all[row] = from.isValue(row) ? from.longAt(row) : -1;
        }
        return all;
    }

    private static long[] longs(BoundValues from) {
        return Stream.of(boxed(from)).mapToLong(Long::longValue).toArray();
    }

    private static void addDecimals(BoundValues from, WireValues to) {
        for (int row = 0; row < from.rows(); row++) {
            byte[] bytes = from.isValue(row) ? from.bytesAt(row) : new byte[] {7};
            byte[] bigEndian = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                bigEndian[i] = bytes[bytes.length - 1 - i];
            }
            to.addUnscaled(new BigInteger(bigEndian));
        }
    }

    private static void addBytes(BoundValues from, WireValues to) {
        for (int row = 0; row < from.rows(); row++) {
            if (!from.isValue(row)) {
                to.addNull();
            } else if (to.type().isText()) {
                to.addText(from.textAt(row));
            } else {
                to.addBytes(from.bytesAt(row));
            }
        }
    }

    private static ByteBuffer message(BindFrame frame, long requestId, long statementId) {
        ByteBuffer[] parts = frame.parts(requestId, statementId);
        ByteBuffer message = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(ByteBuffer::remaining).sum());
        Stream.of(parts).forEach(message::put);
        return message.flip();
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.GoldenCells;
import io.tdspring.golden.GoldenResult;
import io.tdspring.protocol.Recording;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawBlockTest {

    private static final long SEED = 20_261_122;
    private static final int MUTATIONS_PER_BLOCK = 4000;

    private final GoldenResult recorded = Recording.of("bitmap-9-rows").result();
    private final ByteBuffer block = copy(recorded.blocks().get(0));

    private static ByteBuffer copy(ByteBuffer block) {
        return ByteBuffer.allocate(block.remaining())
                .put(block.duplicate())
                .flip()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private Block read() {
        return RawBlock.read(block, recorded.columns(), recorded.precision());
    }

    /** Offsets: version 0, length 4, rows 8, columns 12; 28 + 5c schema; 43 + 4c column lengths. */
    @ParameterizedTest
    @CsvSource({
        "4, -1, 'block says that it has -1 bytes, and 152 are there'",
        "4, 27, 'block says that it has 27 bytes, and 152 are there'",
        "4, 153, 'block says that it has 153 bytes, and 152 are there'",
        "4, 60, 'column ts of 72 bytes and 9 rows does not fit its block'",
        "8, -9, 'block of 152 bytes says that it has -9 rows and 3 columns'",
        "8, 10, 'column ts of 72 bytes and 10 rows does not fit its block'",
        "8, 2147483647, 'column ts of 72 bytes and 2147483647 rows does not fit its block'",
        "12, 0, 'block of 152 bytes says that it has 9 rows and 0 columns'",
        "12, -1, 'block of 152 bytes says that it has 9 rows and -1 columns'",
        "12, 4, 'block has 4 columns, and its result has 3'",
        "12, 2147483647, 'block of 152 bytes says that it has 9 rows and 2147483647 columns'",
        "43, -1, 'column ts of -1 bytes and 9 rows does not fit its block'",
        "43, 2147483647, 'column ts of 2147483647 bytes and 9 rows does not fit its block'",
        "51, 18, 'column v of 18 bytes and 9 rows does not fit its block'",
    })
    void refusesANumberThatCannotBe(int at, int value, String message) {
        block.putInt(at, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAColumnOfAnotherTypeThanTheResults() {
        block.put(28, (byte) DataType.BIGINT.code());

        assertThatThrownBy(this::read)
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("column ts is TIMESTAMP in the result and BIGINT in its block");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 22, 255})
    void refusesAnUnknownType(int code) {
        block.put(28, (byte) code);

        assertThatThrownBy(() -> RawBlock.schemaOf(block))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("block has a column of unknown type " + code);
    }

    @Test
    void refusesADecimalOfMoreDigitsThanThereAre() {
        block.put(28, (byte) DataType.DECIMAL.code()).putInt(29, 16 << 24 | 39 << 8);

        assertThatThrownBy(() -> RawBlock.schemaOf(block))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("block has a DECIMAL(39,0)");
    }

    @Test
    void refusesAScaleThatNoDecimalHas() {
        GoldenResult decimals = Recording.of("decimals").result();
        List<Column> columns = decimals.columns().stream()
                .map(column -> new Column(column.name(), column.type(), 8, column.precision(), Integer.MAX_VALUE))
                .toList();

        assertThatThrownBy(() -> RawBlock.read(decimals.blocks().get(0), columns, Precision.MILLISECOND))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("column d0 has scale 2147483647");
    }

    @Test
    void refusesEveryBlockCutShort() {
        for (int length = 0; length < block.capacity(); length++) {
            ByteBuffer prefix = block.slice(0, length);

            assertThatThrownBy(() -> RawBlock.read(prefix, recorded.columns(), recorded.precision()))
                    .as("%d bytes", length)
                    .isInstanceOf(TdengineProtocolException.class);
        }
    }

    @Test
    void readsTheBlocksOfServersThatSendNoLastByte() {
        ByteBuffer shorter = copy(block).putInt(4, block.capacity() - 1).limit(block.capacity() - 1);

        assertThat(GoldenCells.rows(RawBlock.read(shorter, recorded.columns(), recorded.precision())))
                .isEqualTo(GoldenCells.rows(read()));
    }

    @Test
    void readsABlockInTheMiddleOfABuffer() {
        ByteBuffer framed =
                ByteBuffer.allocate(block.capacity() + 20).position(7).put(block.duplicate());
        framed.flip().position(7);

        Block read = RawBlock.read(framed, recorded.columns(), recorded.precision());

        assertThat(GoldenCells.rows(read)).isEqualTo(GoldenCells.rows(read()));
        assertThat(framed.position()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 99})
    void readsAnyVersion(int version) {
        block.putInt(0, version);

        assertThat(read().rows()).isEqualTo(9);
    }

    /** Layout: an offset of −1 is NULL; the others may be in any order, shared, and leave gaps. */
    @Test
    void findsTextsWhereverTheirOffsetsSay() {
        BlockWriter writer = new BlockWriter(List.of(Column.of("s", DataType.VARCHAR, 10)), 1);
        Stream.of("a", "bc", "d", "e").forEach(writer::addRow);
        ByteBuffer bytes = writer.finish();
        bytes.putInt(37, 3).putInt(41, -1).putInt(45, 3).putInt(49, 0);

        Block read = RawBlock.read(bytes, writer.columns(), Precision.MILLISECOND);

        assertThat(GoldenCells.rows(read)).containsExactly(List.of("bc"), nulls(), List.of("bc"), List.of("a"));
    }

    private static List<Object> nulls() {
        return Arrays.asList((Object) null);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, Integer.MAX_VALUE})
    void refusesACellOutsideItsColumn(int offset) {
        BlockWriter writer = new BlockWriter(List.of(Column.of("s", DataType.VARCHAR, 10)), 1);
        writer.addRow("a");
        Block read = RawBlock.read(writer.finish().putInt(37, offset), writer.columns(), Precision.MILLISECOND);

        assertThatThrownBy(() -> read.stringAt(0, 0))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("a cell of column s exceeds its block");
    }

    @Test
    void refusesACellThatIsLongerThanItsColumn() {
        BlockWriter writer = new BlockWriter(List.of(Column.of("b", DataType.BLOB, 10)), 1);
        writer.addRow(new byte[] {1, 2});
        Block read = RawBlock.read(writer.finish().putInt(41, 3), writer.columns(), Precision.MILLISECOND);

        assertThatThrownBy(() -> read.bytesAt(0, 0))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("a cell of column b exceeds its block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types-ns", "tags-ms", "decimals", "json-tag", "bitmap-17-rows", "special-floats"})
    void answersAnyBytesWithValuesOrItsOwnExceptions(String name) {
        GoldenResult result = Recording.of(name).result();
        Random random = new Random(SEED);
        int refused = 0;

        for (int i = 0; i < MUTATIONS_PER_BLOCK; i++) {
            ByteBuffer mutated = mutate(copy(result.blocks().get(0)), random);
            refused += isRefused(mutated, result) ? 1 : 0;
        }

        assertThat(refused).isBetween(1, MUTATIONS_PER_BLOCK - 1);
    }

    /** Half of the changes hit the header and the schema, where the lengths are. */
    private static ByteBuffer mutate(ByteBuffer bytes, Random random) {
        int head = 28 + 9 * bytes.getInt(12);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? head : bytes.capacity());
            if (random.nextBoolean() && at + 4 <= bytes.capacity()) {
                bytes.putInt(at, random.nextInt() >> random.nextInt(32));
            } else {
                bytes.put(at, (byte) random.nextInt());
            }
        }
        int length = random.nextInt(10) == 0 ? random.nextInt(bytes.capacity()) : bytes.capacity();
        return bytes.limit(length);
    }

    private static boolean isRefused(ByteBuffer bytes, GoldenResult result) {
        try {
            GoldenCells.rows(RawBlock.read(bytes, RawBlock.schemaOf(bytes), result.precision()));
            GoldenCells.rows(RawBlock.read(bytes, result.columns(), result.precision()));
            return false;
        } catch (TdengineException e) {
            assertThat(e).isInstanceOf(TdengineProtocolException.class);
            return true;
        }
    }

    /** However many rows it has, and whatever text: cells stay where they are until they are asked for. */
    @Test
    void takesAtMostAKilobyteOfMemoryForABlock() {
        GoldenResult many = Recording.of("multi-block").result();
        ByteBuffer bytes = copy(many.blocks().get(0));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rows = RawBlock.read(bytes, many.columns(), many.precision()).rows();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            rows += RawBlock.read(bytes, many.columns(), many.precision()).rows();
        }
        long taken = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(rows).isGreaterThan(100_000);
        assertThat(taken / 100).isLessThanOrEqualTo(1024);
    }
}

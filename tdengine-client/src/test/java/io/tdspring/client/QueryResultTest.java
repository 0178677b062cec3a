// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.protocol.block.BlockWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How blocks are lent and given back. */
class QueryResultTest {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ts", DataType.TIMESTAMP), Column.of("Power", DataType.INT), Column.of("power", DataType.INT));

    private final Blocks blocks = new Blocks();
    private final QueryResult result = new QueryResult(blocks, 1);

    @Test
    void lendsOneBlockAfterTheOther() {
        blocks.add(1, 2);
        blocks.add(3);
        List<Integer> read = new ArrayList<>();

        result.forEachBlock(block -> {
            assertThat(blocks.lent).containsExactly(block);
            for (int row = 0; row < block.rows(); row++) {
                read.add(block.intAt(1, row));
            }
        });

        assertThat(read).containsExactly(1, 2, 3);
        assertThat(blocks.recycled).hasSize(2);
        assertThat(blocks.lent).isEmpty();
    }

    @Test
    void takesTheBlockBackFromAReaderThatFails() {
        blocks.add(1);

        assertThatExceptionOfType(TdConversionException.class)
                .isThrownBy(() -> result.forEachBlock(block -> block.stringAt(1, 0)));

        assertThat(blocks.recycled).hasSize(1);
        assertThat(result.nextBlock()).isNull();
    }

    @Test
    void endsWithTheBlockInWhichTheReaderClosesIt() {
        blocks.add(1);
        blocks.add(2);
        List<Integer> read = new ArrayList<>();

        result.forEachBlock(block -> {
            result.close();
            read.add(block.intAt(1, 0));
        });

        assertThat(read).containsExactly(1);
        assertThat(blocks.closed).isTrue();
        assertThat(blocks.recycled).hasSize(1);
    }

    @Test
    void keepsNoOtherBlockWhileOneIsLent() {
        blocks.add(1);
        blocks.add(2);

        result.forEachBlock(block -> {
            assertThatIllegalStateException().isThrownBy(result::nextBlock);
            assertThatIllegalStateException().isThrownBy(result::rows);
            assertThatIllegalStateException().isThrownBy(() -> result.forEachBlock(another -> {}));
        });

        assertThat(blocks.recycled).hasSize(2);
    }

    @Test
    void neverTakesBackABlockForKeeps() {
        blocks.add(1);

        Block kept = result.nextBlock();
        assertThat(result.nextBlock()).isNull();
        result.close();

        assertThat(blocks.recycled).isEmpty();
        assertThat(kept.intAt(1, 0)).isEqualTo(1);
    }

    @Test
    void movesOverTheRowsOfAllBlocks() {
        blocks.add(1, 2);
        blocks.add();
        blocks.add(3);
        RowCursor row = result.rows();
        List<Integer> read = new ArrayList<>();

        while (row.next()) {
            read.add(row.getInt(1));
            assertThat(blocks.lent).hasSize(1);
        }

        assertThat(read).containsExactly(1, 2, 3);
        assertThat(row.next()).isFalse();
        assertThat(blocks.recycled).hasSize(3);
    }

    @Test
    void leavesARowInTheMiddle() {
        blocks.add(1, 2);
        RowCursor row = result.rows();
        assertThat(row.next()).isTrue();

        result.close();

        assertThat(blocks.closed).isTrue();
        assertThat(blocks.recycled).hasSize(1);
        assertThat(row.next()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> row.getInt(1)).withMessageContaining("no current row");
    }

    @Test
    void hasNoRowBeforeTheFirstAndAfterTheLast() {
        blocks.add(1);
        RowCursor row = result.rows();

        assertThatIllegalStateException().isThrownBy(() -> row.isNull(0));
        assertThat(row.next()).isTrue();
        assertThat(row.next()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> row.isNull(0));
    }

    @Test
    void readsRowsOrBlocksButNotBoth() {
        blocks.add(1);
        RowCursor row = result.rows();

        assertThat(result.rows()).isSameAs(row);
        assertThatIllegalStateException().isThrownBy(result::nextBlock).withMessage("this result is read row by row");
        assertThatIllegalStateException().isThrownBy(() -> result.forEachBlock(block -> {}));
    }

    @Test
    void aCursorFailsWithItsResult() {
        blocks.add(1);
        blocks.failing = true;
        RowCursor row = result.rows();
        assertThat(row.next()).isTrue();

        assertThatExceptionOfType(TdengineResultException.class).isThrownBy(row::next);

        assertThat(blocks.recycled).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> row.getInt(1));
    }

    @Test
    void findsColumnsByNameInAnyCase() {
        blocks.add(7);
        RowCursor row = result.rows();
        assertThat(row.next()).isTrue();

        assertThat(result.columnIndex("TS")).isZero();
        assertThat(row.columnIndex("POWER")).isEqualTo(1);
        assertThat(row.getInt("power")).isEqualTo(7);
        assertThat(row.getInt("power")).isEqualTo(7);
        assertThat(row.isNull("Power")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.getInt("voltage"))
                .withMessage("no column voltage among [ts, Power, power]");
    }

    @Test
    void allocatesNothingForARow() {
        int rows = 50_000;
        blocks.add(new int[rows]);
        blocks.add(new int[rows]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RowCursor row = result.rows();
        assertThat(row.next()).isTrue();
        long sum = row.getInt("power") + row.getLong("ts");

        long before = threads.getCurrentThreadAllocatedBytes();
        while (row.next()) {
            sum += row.isNull(2) ? 0 : row.getInt("power") + row.getLong("ts") + row.getInt(2);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isEqualTo(rows * (rows - 1L));
        assertThat(allocated).isLessThan(rows / 10);
    }

    /** Blocks in memory, and what has become of them. */
    private static final class Blocks implements Result {

        private final Deque<Block> waiting = new ArrayDeque<>();
        private final List<Block> lent = new ArrayList<>();
        private final List<Block> recycled = new ArrayList<>();
        private boolean failing;
        private boolean closed;

        /** A block of rows 0, 1, … with these values, each twice. */
        void add(int... values) {
            BlockWriter writer = new BlockWriter(COLUMNS, BlockWriter.QUERY);
            for (int i = 0; i < values.length; i++) {
                writer.addRow((long) i, values[i], values[i]);
            }
            waiting.add(writer.toBlock(Precision.MILLISECOND));
        }

        @Override
        public @Nullable Block nextBlock() {
            if (waiting.isEmpty() && failing) {
                throw new TdengineResultException(1, "failed", 1, null);
            }
            Block next = closed ? null : waiting.poll();
            if (next != null) {
                lent.add(next);
            }
            return next;
        }

        @Override
        public void recycle(Block block) {
            assertThat(lent).last().isSameAs(block);
            lent.remove(block);
            recycled.add(block);
        }

        @Override
        public List<Column> columns() {
            return COLUMNS;
        }

        @Override
        public Precision precision() {
            return Precision.MILLISECOND;
        }

        @Override
        public boolean isUpdate() {
            return false;
        }

        @Override
        public long affectedRows() {
            return 0;
        }

        @Override
        public void cancel() {
            waiting.clear();
            failing = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

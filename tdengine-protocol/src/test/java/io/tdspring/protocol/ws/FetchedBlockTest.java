// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Frames;
import io.tdspring.protocol.Recording;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FetchedBlockTest {

    private static final int FETCH_RAW_BLOCK = 7;

    static Stream<Recording> recordings() {
        return Recording.all("").stream()
                .filter(recording -> !recording.answers(FETCH_RAW_BLOCK).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheFrameThatItHasRead(Recording recording) {
        for (ByteBuffer frame : recording.answers(FETCH_RAW_BLOCK)) {
            assertThat(FetchedBlock.read(frame).toFrame()).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void refusesEveryFrameCutShort(Recording recording) {
        for (ByteBuffer frame : recording.answers(FETCH_RAW_BLOCK)) {
            Frames.assertEveryPrefixIsRefused(frame, FetchedBlock::read);
        }
    }

    @Test
    void readsRowsThenTheEnd() {
        List<FetchedBlock> blocks = Recording.of("all-types-ms.jsonl").answers(FETCH_RAW_BLOCK).stream()
                .map(FetchedBlock::read)
                .toList();

        assertThat(blocks).hasSize(2);
        FetchedBlock.Rows rows = (FetchedBlock.Rows) blocks.get(0);
        assertThat(rows.requestId()).isEqualTo(4);
        assertThat(rows.resultId()).isEqualTo(1);
        assertThat(rows.timing()).isEqualTo(389087);
        assertThat(rows.block().remaining()).isEqualTo(0x08a1);
        assertThat(blocks.get(1)).isInstanceOf(FetchedBlock.End.class);
    }

    /** Layout: taosAdapter, the answer to a fetch of the unknown result 9. */
    @Test
    void readsAFailure() {
        ByteBuffer frame = Frames.of("""
                ffffffffffffffff 0700000000000000 0100 3930000000000000 2a00000000000000
                ffff0000 0d000000 726573756c74206973206e696c 0900000000000000 01
                """);

        assertThat(FetchedBlock.read(frame)).isEqualTo(new FetchedBlock.Failed(42, 9, 12345, 0xffff, "result is nil"));
    }

    @Test
    void refusesBytesBehindTheEnd() {
        ByteBuffer frame = Frames.withOneMoreByte(new FetchedBlock.End(1, 2, 3).toFrame());

        assertThatThrownBy(() -> FetchedBlock.read(frame))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer to fetch_raw_block has 1 bytes too many");
    }

    @Test
    void refusesABlockLongerThanTheFrameBeforeItTakesMemory() {
        ByteBuffer frame = Frames.of("""
                ffffffffffffffff 0700000000000000 0100 0000000000000000 2a00000000000000
                00000000 00000000 0900000000000000 00 ffffffff 00
                """);

        assertThatThrownBy(() -> FetchedBlock.read(frame))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer to fetch_raw_block is cut short: 56 bytes");
    }

    @Test
    void leavesTheFrameWhereItWas() {
        ByteBuffer frame = new FetchedBlock.End(1, 2, 3).toFrame();

        assertThat(FetchedBlock.read(frame)).isEqualTo(FetchedBlock.read(frame));
        assertThat(frame.position()).isZero();
    }
}

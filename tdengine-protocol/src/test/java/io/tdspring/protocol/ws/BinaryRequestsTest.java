// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Frames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BinaryRequestsTest {

    /** Layout: taosAdapter, binary_query; also recorded in errors. */
    private static final String SELECT_1 = """
            2a00000000000000 0000000000000000 0600000000000000 0100 08000000 73656c6563742031
            """;

    @Test
    void writesTheQueryThatTaosadapterReads() {
        assertThat(new BinaryQuery(42, "select 1").toFrame()).isEqualTo(Frames.of(SELECT_1));
    }

    @Test
    void writesTheFetchThatTaosadapterReads() {
        assertThat(new FetchRawBlock(42, 1).toFrame())
                .isEqualTo(Frames.of("2a00000000000000 0100000000000000 0700000000000000 0100"));
    }

    @Test
    void countsTheBytesOfTheSqlAndNotItsCharacters() {
        ByteBuffer frame = new BinaryQuery(1, "select '涛'").toFrame();

        assertThat(frame.getInt(26)).isEqualTo(Integer.reverseBytes(12));
        assertThat(BinaryQuery.read(frame).sql()).isEqualTo("select '涛'");
    }

    @Test
    void writesFramesThatAnyLibraryMayMask() {
        assertThat(new FetchRawBlock(1, 1).toFrame().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @Test
    void refusesEveryQueryCutShort() {
        Frames.assertEveryPrefixIsRefused(Frames.of(SELECT_1), BinaryQuery::read);
    }

    @Test
    void refusesEveryFetchCutShort() {
        Frames.assertEveryPrefixIsRefused(new FetchRawBlock(1, 1).toFrame(), FetchRawBlock::read);
    }

    @Test
    void refusesTheFrameOfAnotherAction() {
        ByteBuffer frame = new FetchRawBlock(1, 1).toFrame();
        ByteBuffer longer = ByteBuffer.allocate(40).put(frame).rewind();

        assertThatThrownBy(() -> BinaryQuery.read(longer))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("binary_query has action 7 instead of 6");
    }
}

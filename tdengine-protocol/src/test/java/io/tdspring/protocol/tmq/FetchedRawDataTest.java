// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Frames;
import io.tdspring.protocol.Recording;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FetchedRawDataTest {

    private static final int FETCH_RAW_DATA = 8;

    static Stream<Recording> recordings() {
        return Recording.all("").stream()
                .filter(recording -> !recording.answers(FETCH_RAW_DATA).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheFrameThatItHasRead(Recording recording) {
        for (ByteBuffer frame : recording.answers(FETCH_RAW_DATA)) {
            assertThat(FetchedRawData.read(frame).toFrame()).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void refusesEveryFrameCutShort(Recording recording) {
        for (ByteBuffer frame : recording.answers(FETCH_RAW_DATA)) {
            Frames.assertEveryPrefixIsRefused(frame, FetchedRawData::read);
        }
    }

    @Test
    void readsAMessage() {
        ByteBuffer frame =
                Recording.of("tmq-query.jsonl").answers(FETCH_RAW_DATA).get(0);

        FetchedRawData.Data data = (FetchedRawData.Data) FetchedRawData.read(frame);

        assertThat(data.requestId()).isEqualTo(4);
        assertThat(data.messageId()).isEqualTo(1);
        assertThat(data.rawType()).isEqualTo(TmqData.DATA);
        assertThat(data.raw().remaining()).isEqualTo(615);
    }

    @Test
    void readsAFailureThatEndsBehindTheMessageId() {
        ByteBuffer frame =
                Recording.of("tmq-errors.jsonl").answers(FETCH_RAW_DATA).get(0);

        assertThat(FetchedRawData.read(frame))
                .isEqualTo(new FetchedRawData.Failed(13, 1, 43925, 0xffff, "tmq not init"));
    }

    @Test
    void refusesBytesBehindTheData() {
        ByteBuffer frame = Frames.withOneMoreByte(new FetchedRawData.Failed(1, 2, 3, 4, "no").toFrame());

        assertThatThrownBy(() -> FetchedRawData.read(frame))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("answer to fetch_raw_data has 1 bytes too many");
    }
}

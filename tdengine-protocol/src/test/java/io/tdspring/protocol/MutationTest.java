// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.tmq.AssignmentResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.OffsetsResponse;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.SubscribeRequest;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.QueryResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Bytes that went wrong are read as something, or refused as what they are; nothing else comes of them. */
class MutationTest {

    private static final int ROUNDS = 20_000;
    /** Longer ones only cost time; their heads are like the others'. */
    private static final int MAX_BYTES = 10_000;

    private static final List<Function<ByteBuffer, Object>> FRAMES =
            List.of(FetchedBlock::read, FetchedRawData::read, BinaryQuery::read, FetchRawBlock::read);

    private static final List<Function<String, Object>> TEXTS = List.of(
            QueryResponse::read,
            PollResponse::read,
            AssignmentResponse::read,
            OffsetsResponse::read,
            ConnectRequest::read,
            SubscribeRequest::read);

    private final Frames.Mutations mutations = new Frames.Mutations();

    @Test
    void framesAreReadOrRefused() {
        List<ByteBuffer> recorded = Recording.all("").stream()
                .flatMap(recording -> recording.messages().stream())
                .filter(message -> !message.isText() && message.bytes().remaining() <= MAX_BYTES)
                .map(Recording.Message::bytes)
                .toList();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer frame = mutations.of(recorded.get(round % recorded.size()));
            for (Function<ByteBuffer, Object> reader : FRAMES) {
                refused += isRefused(reader, frame);
            }
        }

        assertThat(refused).isBetween(1, FRAMES.size() * ROUNDS - 1);
    }

    @Test
    void textsAreReadOrRefused() {
        List<String> recorded = Recording.all("").stream()
                .flatMap(recording -> recording.messages().stream())
                .filter(message -> message.isText()
                        && !message.text().isEmpty()
                        && message.text().length() <= MAX_BYTES)
                .map(Recording.Message::text)
                .toList();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = recorded.get(round % recorded.size()).getBytes(StandardCharsets.UTF_8);
            String text = StandardCharsets.UTF_8
                    .decode(mutations.of(ByteBuffer.wrap(bytes)))
                    .toString();
            for (Function<String, Object> reader : TEXTS) {
                refused += isRefused(reader, text);
            }
        }

        assertThat(refused).isBetween(1, TEXTS.size() * ROUNDS - 1);
    }

    private static <T> int isRefused(Function<T, Object> reader, T message) {
        try {
            return reader.apply(message) == null ? 1 : 0;
        } catch (TdengineProtocolException e) {
            return 1;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.protocol.Frames;
import io.tdspring.protocol.Recording;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FetchBlockResponseTest {

    /** Frames of {@code /ws} that do not begin with a flag. */
    private static List<ByteBuffer> recorded() {
        return Stream.of(
                        "all-types-json-fetch-ms",
                        "all-types-json-fetch-us",
                        "all-types-json-fetch-ns",
                        "legacy-rest-ws")
                .flatMap(name -> Recording.of(name + ".jsonl").frames(false).stream())
                .toList();
    }

    @Test
    void writesTheFrameThatItHasRead() {
        assertThat(recorded()).hasSize(4).allSatisfy(frame -> {
            FetchBlockResponse answer = FetchBlockResponse.read(frame);

            assertThat(answer.resultId()).isEqualTo(1);
            assertThat(answer.toFrame()).isEqualTo(frame);
        });
    }

    @Test
    void refusesAFrameCutShortInItsHead() {
        assertThat(recorded())
                .allSatisfy(frame -> Frames.assertEveryPrefixIsRefused(frame.slice(0, 16), FetchBlockResponse::read));
    }
}

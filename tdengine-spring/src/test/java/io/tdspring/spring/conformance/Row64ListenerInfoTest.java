// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.support.TdHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Headers;

/** One method of several listeners knows by a text which of them has called it. */
class Row64ListenerInfoTest {

    static class Meters {

        final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "north", topics = "t", info = "${plant.north}")
        @TdTopicListener(id = "south", topics = "t", info = "#{'the ' + 'south'}")
        @TdTopicListener(id = "nowhere", topics = "t")
        void reading(
                Reading reading,
                @Header(name = TdHeaders.LISTENER_INFO, required = false) @Nullable String info,
                @Header(TdHeaders.LISTENER_ID) String id) {
            calls.add(id + ": " + info);
        }

        @TdTopicListener(id = "rows", topics = "t", batch = "true", info = "all")
        void rows(List<Reading> readings, @Headers Map<String, Object> headers) {
            calls.add("rows: " + headers.get(TdHeaders.LISTENER_INFO));
        }

        @TdTopicListener(id = "optional", topics = "t")
        void optional(Reading reading, @Header(TdHeaders.LISTENER_INFO) Optional<String> info) {
            calls.add("optional: " + info.orElse("none"));
        }
    }

    @Test
    void comesWithEachCall() throws Exception {
        try (MockedListeners listeners = MockedListeners.of(settings -> settings, Map.of("plant.north", "the north"))
                .with(Meters.class)) {
            Meters meters = listeners.context.getBean(Meters.class);
            Map.of(
                            "north", "north: the north",
                            "south", "south: the south",
                            "nowhere", "nowhere: null",
                            "rows", "rows: all",
                            "optional", "optional: none")
                    .forEach((id, expected) -> {
                        listeners.deliver(id + "-0", "t", 1);
                        assertThat(next(meters)).isEqualTo(expected);
                    });
        }
    }

    private static @Nullable String next(Meters meters) {
        try {
            return meters.calls.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

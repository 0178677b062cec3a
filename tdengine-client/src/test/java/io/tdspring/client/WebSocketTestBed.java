// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A client of a scripted peer, by one engine. */
abstract class WebSocketTestBed {

    static final String UPDATE = "\"id\":0,\"is_update\":true,\"affected_rows\":";
    static final String ONE_COLUMN = "\"id\":7,\"is_update\":false,\"affected_rows\":0,\"fields_count\":1,"
            + "\"fields_names\":[\"v\"],\"fields_types\":[4],\"fields_lengths\":[4],\"precision\":0,"
            + "\"fields_precisions\":[0],\"fields_scales\":[0]";

    final ScriptedPeer peer = new ScriptedPeer();
    final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebSocketEngineType engine;
    final TdengineClient client;

    WebSocketTestBed(WebSocketEngineType engine) {
        this.engine = engine;
        this.client = client(Duration.ofSeconds(30));
    }

    TdengineClient client(Duration requestTimeout) {
        return TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(peer.endpoint())
                .connectTimeout(Duration.ofSeconds(10))
                .requestTimeout(requestTimeout)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        peer.close();
        threads.shutdownNow();
    }

    static Throwable failureOf(Future<?> future) throws Exception {
        try {
            Object value = future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("no failure but " + value);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}

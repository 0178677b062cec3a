// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.client.cluster.Cluster;
import io.tdspring.client.cluster.ConnectionPool;
import io.tdspring.client.cluster.PoolLimits;
import io.tdspring.client.schemaless.SchemalessProtocol;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.WebSocketTransport;
import io.tdspring.client.transport.websocket.direct.DirectEngine;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineSchemalessException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a schemaless write puts on the wire, and what becomes of it when something is wrong. */
class SchemalessClientTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final TdengineClient client = client();

    private TdengineClient client() {
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        TransportSettings settings = TransportSettings.plain(new Credentials("root", "taosdata"), timeouts);
        Endpoint endpoint = Endpoint.parse(peer.endpoint(), 6041);
        WebSocketEngine engine = new NarrowEngine(new DirectEngine(endpoint, settings), 15 * MEBIBYTE);
        Cluster cluster = new Cluster(List.of(new WebSocketTransport(endpoint, settings, engine)), LONG);
        ConnectionPool pool = cluster.newPool(SessionState.NONE, PoolLimits.of(8, LONG));
        ConsumerConnections consumers = new ConsumerConnections(List.of(), new Credentials("root", "taosdata"));
        return new TdengineClient(TransportType.WEBSOCKET, cluster, new Requests(pool, timeouts), consumers);
    }

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    private static void writeAll(Received request) {
        long lines = data(request).lines().count();
        request.succeed("\"affected_rows\":" + lines + ",\"total_rows\":" + lines);
    }

    private static String data(Received request) {
        return JsonMapper.shared()
                .readTree(request.json())
                .get("args")
                .get("data")
                .asString();
    }

    @Test
    void sendsNothingWhenThereAreNoLines() {
        assertThat(client.writeSchemaless(SchemalessRequest.lines(List.of()))).isEqualTo(new SchemalessResult(0, 0));
        assertThat(peer.connections()).isZero();
    }

    @Test
    void sendsABatchInOneMessage() throws InterruptedException {
        peer.on("insert", SchemalessClientTest::writeAll);
        List<String> lines = Collections.nCopies(5000, "st,t=\"ü\" v=1i64 1626006833639000000");

        assertThat(client.writeSchemaless(SchemalessRequest.lines(lines))).isEqualTo(new SchemalessResult(5000, 5000));

        assertThat(data(peer.take("insert"))).isEqualTo(String.join("\n", lines));
        assertThat(peer.actions()).containsExactly("conn", "insert");
    }

    @Test
    void splitsBetweenLinesWhatIsLongerThanAMessage() throws InterruptedException {
        peer.on("insert", SchemalessClientTest::writeAll);
        List<String> lines = Collections.nCopies(20, "m v=\"" + "é".repeat(MEBIBYTE / 2) + "\"");

        assertThat(client.writeSchemaless(SchemalessRequest.lines(lines).requestId(99)))
                .isEqualTo(new SchemalessResult(20, 20));

        Received first = peer.take("insert");
        Received second = peer.take("insert");
        assertThat(first.requestId()).isEqualTo(99);
        assertThat(second.requestId()).isEqualTo(99);
        assertThat(data(first).lines()).hasSize(14).allMatch(lines.get(0)::equals);
        assertThat(data(second).lines()).hasSize(6).allMatch(lines.get(0)::equals);
    }

    @Test
    void writesOneRequestFromTwoThreadsAtATime() throws Exception {
        SchemalessRequest lines = SchemalessRequest.lines("m v=1i64");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<SchemalessResult> one = threads.submit(() -> client.writeSchemaless(lines));
            Future<SchemalessResult> other = threads.submit(() -> client.writeSchemaless(lines));
            List<Received> requests = List.of(peer.take("insert"), peer.take("insert"));
            requests.forEach(SchemalessClientTest::writeAll);

            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(new SchemalessResult(1, 1));
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(new SchemalessResult(1, 1));
            assertThat(requests).extracting(Received::requestId).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void stopsAtTheMessageThatIsRefused() {
        peer.on("insert", request -> {
            if (peer.actions().stream().filter("insert"::equals).count() == 1) {
                writeAll(request);
            } else {
                request.answer(0x3002, "Invalid data format", "");
            }
        });
        List<String> lines = Collections.nCopies(40, "m v=\"" + "x".repeat(MEBIBYTE) + "\"");

        TdengineSchemalessException failure = catchThrowableOfType(
                TdengineSchemalessException.class, () -> client.writeSchemaless(SchemalessRequest.lines(lines)));

        assertThat(failure.code()).isEqualTo(0x3002);
        assertThat(peer.actions()).filteredOn("insert"::equals).hasSize(2);
    }

    @Test
    void refusesALineThatIsLongerThanAMessage() {
        SchemalessRequest request = SchemalessRequest.raw(SchemalessProtocol.LINE, "secret".repeat(3 * MEBIBYTE));

        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> client.writeSchemaless(request))
                .withMessageStartingWith("a line of 18874368 characters does not fit into a message of 15728640 bytes")
                .withMessageNotContaining("secret");
        assertThat(peer.actions()).containsExactly("conn");
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenWritten() {
        peer.on("insert", request -> peer.breakConnections());

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> client.writeSchemaless(SchemalessRequest.lines("secret v=1")))
                .withMessageNotContaining("secret");
        assertThat(peer.actions()).containsExactly("conn", "insert");
    }

    @Test
    void showsNoDataInTexts() {
        SchemalessRequest request = SchemalessRequest.lines("secret v=1").requestId(5);

        assertThat(request).hasToString("SchemalessRequest[requestId=5, lines=1]");
        assertThat(SchemalessRequest.lines("secret v=1")).hasToString("SchemalessRequest[lines=1]");
    }

    @Test
    void refusesWhatMakesNoSense() {
        SchemalessRequest request = SchemalessRequest.lines("m v=1");

        assertThatIllegalArgumentException().isThrownBy(() -> request.requestId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> request.ttlDays(-1));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessProtocol;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.error.TdengineSchemalessException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schemaless writes as they were recorded: the client sends the same bytes, and finds the same outcome. */
class SchemalessReplayTest {

    private static final Map<Integer, SchemalessProtocol> PROTOCOLS =
            Map.of(1, SchemalessProtocol.LINE, 2, SchemalessProtocol.TELNET, 3, SchemalessProtocol.JSON);
    private static final Map<String, SchemalessPrecision> PRECISIONS = Map.of(
            "", SchemalessPrecision.NOT_CONFIGURED,
            "h", SchemalessPrecision.HOURS,
            "m", SchemalessPrecision.MINUTES,
            "s", SchemalessPrecision.SECONDS,
            "ms", SchemalessPrecision.MILLISECONDS,
            "u", SchemalessPrecision.MICROSECONDS,
            "ns", SchemalessPrecision.NANOSECONDS);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(peer.endpoint()).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    /** A recorded request and its answer. */
    record Exchange(String request, String answer) {

        JsonNode args() {
            return JsonMapper.shared().readTree(request).get("args");
        }

        boolean canBeSentByThisClient() {
            JsonNode args = args();
            return args.has("precision")
                    && PRECISIONS.containsKey(args.get("precision").asString())
                    && args.has("protocol")
                    && args.get("protocol").isInt()
                    && PROTOCOLS.containsKey(args.get("protocol").asInt())
                    && !args.has("db");
        }

        @Override
        public String toString() {
            return request;
        }
    }

    static List<Exchange> recorded() {
        return Stream.of("schemaless-line", "schemaless-telnet", "schemaless-json", "schemaless-errors")
                .map(Recording::lines)
                .flatMap(SchemalessReplayTest::inserts)
                .filter(Exchange::canBeSentByThisClient)
                .toList();
    }

    private static Stream<Exchange> inserts(List<JsonNode> lines) {
        return IntStream.range(0, lines.size() - 1)
                .filter(i -> lines.get(i).get("dir").asString().equals("c>s")
                        && lines.get(i).has("text")
                        && lines.get(i).get("text").asString().startsWith("{\"action\":\"insert\""))
                .mapToObj(i -> new Exchange(
                        lines.get(i).get("text").asString(),
                        lines.get(i + 1).get("text").asString()));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void sendsAWholeTextAsRecordedAndFindsTheRecordedOutcome(Exchange exchange) throws InterruptedException {
        JsonNode args = exchange.args();
        SchemalessProtocol protocol = PROTOCOLS.get(args.get("protocol").asInt());

        replay(exchange, SchemalessRequest.raw(protocol, args.get("data").asString()));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void sendsLinesAsRecordedAndFindsTheRecordedOutcome(Exchange exchange) throws InterruptedException {
        JsonNode args = exchange.args();
        String data = args.get("data").asString();

        replay(
                exchange,
                switch (args.get("protocol").asInt()) {
                    case 1 -> SchemalessRequest.lines(data.split("\n", -1));
                    case 2 -> SchemalessRequest.telnet(data.split("\n", -1));
                    default -> SchemalessRequest.json(data);
                });
    }

    private void replay(Exchange exchange, SchemalessRequest request) throws InterruptedException {
        JsonNode answer = JsonMapper.shared().readTree(exchange.answer);
        peer.on("insert", received -> received.socket().send(exchange.answer));
        SchemalessRequest complete = withArguments(request, exchange.args());

        if (answer.get("code").asInt() == 0) {
            assertThat(client.writeSchemaless(complete))
                    .isEqualTo(new SchemalessResult(
                            answer.get("affected_rows").asLong(),
                            answer.get("total_rows").asLong()));
        } else {
            TdengineSchemalessException failure =
                    catchThrowableOfType(TdengineSchemalessException.class, () -> client.writeSchemaless(complete));
            assertThat(failure.code()).isEqualTo(answer.get("code").asInt());
            assertThat(failure).hasMessageContaining(answer.get("message").asString());
        }
        assertThat(peer.take("insert").json()).isEqualTo(exchange.request);
    }

    private static SchemalessRequest withArguments(SchemalessRequest request, JsonNode args) {
        SchemalessRequest complete = request.requestId(args.get("req_id").asLong())
                .precision(PRECISIONS.get(args.get("precision").asString()));
        if (args.has("ttl")) {
            complete = complete.ttlDays(args.get("ttl").asInt());
        }
        return args.has("table_name_key")
                ? complete.tableNameKey(args.get("table_name_key").asString())
                : complete;
    }
}

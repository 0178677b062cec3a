// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.Cells;
import io.tdspring.protocol.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every recorded HTTP exchange: answers to statements are read to their end or are the failure that they say. */
class RecordedRestAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> statements() throws IOException, URISyntaxException {
        return all().filter(name -> isStatement(exchange(name))).toList();
    }

    private static Stream<String> all() throws IOException, URISyntaxException {
        Path folder = Path.of(
                RecordedRestAnswersTest.class.getResource("/golden/rest").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    private static JsonNode exchange(String name) {
        return Recording.json("/golden/rest/" + name + ".json");
    }

    private static boolean isStatement(JsonNode exchange) {
        JsonNode request = exchange.get("request");
        String path = request.get("path").stringValue();
        return request.get("method").stringValue().equals("POST")
                && path.startsWith("/rest/sql")
                && !path.contains("/vgid");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsTheAnswerToAStatement(String name) throws IOException {
        String body = exchange(name).get("response").get("body").stringValue();
        JsonNode expected = JSON.readTree(body);

        try (RestAnswerReader reader = RestRecording.open(body)) {
            int rows = 0;
            for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
                assertThat(Cells.read(block)).isNotNegative();
                rows += block.rows();
            }
            assertThat(expected.get("code").intValue()).isZero();
            assertThat(rows).isEqualTo(expected.get("rows").intValue());
            assertThat(reader.columns()).hasSize(expected.get("column_meta").size());
        } catch (TdengineProtocolException e) {
            // A NaN, at which this server gives up.
            assertThat(name).isEqualTo("special-floats");
            assertThat(body).isEmpty();
        } catch (TdengineException e) {
            assertThat(e.code()).isEqualTo(expected.get("code").intValue());
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsTheRawAnswerToAStatement(String name) throws IOException {
        String body = exchange(name).get("response").get("body").stringValue();
        if (body.isEmpty()
                || exchange(name).get("request").get("path").stringValue().contains("row_with_meta")) {
            return;
        }
        JsonNode expected = JSON.readTree(body);

        RawAnswer answer = RawAnswer.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 1);

        assertThat(answer.code()).isEqualTo(expected.get("code").intValue());
        assertThat(answer.message()).isEqualTo(expected.path("desc").asString(""));
        assertThat(answer.columns().stream()
                        .map(column -> JSON.valueToTree(List.of(column.name(), column.type(), column.length()))))
                .containsExactlyElementsOf(expected.path("column_meta"));
        assertThat(answer.rows()).isEqualTo(expected.path("rows").asLong(0));
        assertThat(answer.data().stream()
                        .map(row -> row.stream().map(String::valueOf).toList()))
                .containsExactlyElementsOf(rowsOf(expected.path("data")));
    }

    private static List<List<String>> rowsOf(JsonNode data) {
        return data.valueStream()
                .map(row -> row.valueStream()
                        .map(cell -> cell.isString() ? cell.stringValue() : number(cell))
                        .toList())
                .toList();
    }

    private static String number(JsonNode cell) {
        return cell.isFloatingPointNumber() ? String.valueOf(cell.doubleValue()) : cell.toString();
    }

    /** The others, with what they are instead; schemaless inserts succeed without a body. */
    @Test
    void leavesOutNothingElse() throws Exception {
        Map<String, Integer> others = new TreeMap<>();
        all().filter(name -> !isStatement(exchange(name)))
                .map(name -> exchange(name).get("request"))
                .forEach(request -> others.merge(endpointOf(request), 1, Integer::sum));

        assertThat(others)
                .isEqualTo(Map.of(
                        "OPTIONS /rest/sql", 1, // What a browser asks before it asks.
                        "POST /rest/nothing", 1, // There is no such page.
                        "GET /rest/sql", 1, // Statements are posted only.
                        "POST /rest/sql/vgid", 4, // The groups of tables, in a form of its own.
                        "POST /influxdb", 12,
                        "POST /opentsdb", 9,
                        "GET /rest/login", 4, // A token in the place of columns and rows.
                        "GET /-/ping", 1));
    }

    private static String endpointOf(JsonNode request) {
        String path = request.get("path").stringValue();
        String known = Stream.of("/influxdb", "/opentsdb", "/rest/login", "/rest/sql")
                .filter(path::startsWith)
                .findFirst()
                .orElse(path);
        return request.get("method").stringValue() + " " + known + (path.contains("/vgid") ? "/vgid" : "");
    }
}

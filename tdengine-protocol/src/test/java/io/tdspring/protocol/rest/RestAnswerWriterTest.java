// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.golden.GoldenCells;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.block.BlockWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RestAnswerWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static Block block(Precision precision, List<Column> columns, Object[]... rows) {
        BlockWriter writer = new BlockWriter(columns, BlockWriter.QUERY);
        for (Object[] row : rows) {
            writer.addRow(row);
        }
        return writer.toBlock(precision);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private String written(ZoneId zone, RowShape shape, Block block) throws IOException {
        RestAnswerWriter writer = new RestAnswerWriter(out, block.columns(), zone, shape);
        writer.write(block);
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The values are those that WebSocket answered to the same statement. */
    @ParameterizedTest
    @CsvSource({
        "select-all-types, all-types-ms, UTC",
        "select-all-types-us, all-types-us, UTC",
        "precision-ns, all-types-ns, UTC",
        "select-all-types-tz, all-types-ms, Asia/Shanghai",
        "tags-all-types, tags-ms, UTC",
        "decimals, decimals, UTC",
        "json-tag, json-tag, UTC",
        "gzip-answer, bitmap-17-rows, UTC",
        "special-floats, special-floats, UTC"
    })
    void writesTheRecordedAnswerOfTheValuesThatWereWritten(String rest, String webSocket, ZoneId zone)
            throws IOException {
        Recording recording = Recording.of(webSocket);
        List<Column> columns = recording.result().columns();
        List<Object[]> rows = new ArrayList<>();
        recording.expected().get("rows").forEach(row -> rows.add(GoldenCells.row(columns, row)));

        String answer = written(
                zone, RowShape.ARRAY, block(recording.result().precision(), columns, rows.toArray(Object[][]::new)));

        assertThat(answer).isEqualTo(RestRecording.of(rest).body());
    }

    /** In addition: what the reader has read of any answer without JSON is written as it was. */
    @ParameterizedTest
    @CsvSource({
        "control-characters, UTC",
        "describe, UTC",
        "duplicate-names, UTC",
        "empty-result, UTC",
        "null-column, UTC",
        "select-all-types, UTC",
        "select-conn-tz, Asia/Shanghai",
        "server-version, UTC",
        "show-create-table, UTC",
        "show-databases, UTC",
        "show-stables, UTC",
        "show-tables, UTC",
        "tz-empty, UTC",
        "tz-london, Europe/London"
    })
    void writesWhatWasRead(String name, ZoneId zone) throws IOException {
        RestRecording recording = RestRecording.of(name);

        try (RestAnswerReader reader = recording.open()) {
            RestAnswerWriter writer = new RestAnswerWriter(out, reader.columns(), zone, RowShape.ARRAY);
            for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
                writer.write(block);
            }
            writer.finish();
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(recording.body());
    }

    @Test
    void writesRowsAsObjects() throws IOException {
        Block block = block(
                Precision.MILLISECOND,
                List.of(
                        Column.of("ts", DataType.TIMESTAMP),
                        Column.of("v", DataType.INT),
                        Column.of("tbname", DataType.VARCHAR, 270)),
                row(1700000000000L, 1L, "a1"),
                row(1700000001000L, null, "a1"),
                row(1700000000000L, 1L, "a2"),
                row(1700000001000L, null, "a2"));

        assertThat(written(ZoneOffset.UTC, RowShape.OBJECT, block))
                .isEqualTo(RestRecording.of("row-with-meta").body());
    }

    @Test
    void writesEscapesInTextsAndNames() throws IOException {
        Block block = block(
                Precision.MILLISECOND,
                List.of(Column.of("a\"\\\n", DataType.VARCHAR, 20), Column.of("n", DataType.NCHAR, 20)),
                row("\u0000\b\f\u001f\u007f\"\\/<>&\u2028😀", "\n\r\t\u000b"));

        assertThat(written(ZoneOffset.UTC, RowShape.OBJECT, block))
                .isEqualTo(
                        "{\"code\":0,\"column_meta\":[[\"a\\\"\\\\\\n\",\"VARCHAR\",20],[\"n\",\"NCHAR\",20]],\"data\":["
                                + "{\"a\\\"\\\\\\n\":\"\\u0000\\u0008\\u000c\\u001f\u007f\\\"\\\\/<>&\u2028😀\","
                                + "\"n\":\"\\n\\r\\t\\u000b\"}],\"rows\":1}");
    }

    @Test
    void copiesAVarcharThatIsNotUtf8() throws IOException {
        Block block = block(Precision.MILLISECOND, List.of(Column.of("c", DataType.VARCHAR, 9)), row((Object)
                new byte[] {(byte) 0xff, 'a'}));
        written(ZoneOffset.UTC, RowShape.ARRAY, block);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("[[\"\u00ffa\"]]");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000000, MILLISECOND, Europe/London, 2023-11-14T22:13:20.000Z",
        "1690000000000, MILLISECOND, Europe/London, 2023-07-22T05:26:40.000+01:00",
        "1700000000000, MILLISECOND, Asia/Kolkata, 2023-11-15T03:43:20.000+05:30",
        "1700000000000, MILLISECOND, America/St_Johns, 2023-11-14T18:43:20.000-03:30",
        "-1, NANOSECOND, UTC, 1969-12-31T23:59:59.999999999Z",
        "317269520000000, MILLISECOND, UTC, 12023-11-14T22:13:20.000Z",
        "-62198755200000, MILLISECOND, UTC, -0001-01-01T00:00:00.000Z",
        "-9223372036854775808, NANOSECOND, UTC, 1677-09-21T00:12:43.145224192Z"
    })
    void writesTimestampsInTheZone(long timestamp, Precision precision, ZoneId zone, String expected)
            throws IOException {
        Block block = block(precision, List.of(Column.of("ts", DataType.TIMESTAMP)), row(timestamp));

        assertThat(written(zone, RowShape.ARRAY, block)).contains("[[\"" + expected + "\"]]");
    }

    @Test
    void breaksOffInTheMiddleWhereALongAnswerMeetsANan() throws IOException {
        List<Column> columns = List.of(Column.of("d", DataType.DOUBLE), Column.of("s", DataType.VARCHAR, 1000));
        RestAnswerWriter writer = new RestAnswerWriter(out, columns, ZoneOffset.UTC, RowShape.ARRAY);
        Object[] row = row(1.5, "x".repeat(1000));
        for (int i = 0; i < 20; i++) {
            writer.write(block(Precision.MILLISECOND, columns, row));
        }
        int before = out.size();

        writer.write(block(Precision.MILLISECOND, columns, row, row(Double.NaN, "y"), row));
        writer.write(block(Precision.MILLISECOND, columns, row));
        writer.finish();

        assertThat(writer.isBrokenOff()).isTrue();
        assertThat(before).isGreaterThan(16 * 1024);
        assertThat(out.size()).isEqualTo(before);
    }

    @Test
    void endsWithTheTimingIfItIsAskedFor() throws IOException {
        Block block = block(Precision.MILLISECOND, List.of(Column.of("1", DataType.BIGINT)), row(1L));
        RestAnswerWriter writer = new RestAnswerWriter(out, block.columns(), ZoneOffset.UTC, RowShape.ARRAY);
        writer.write(block);

        writer.finish(448053);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(RestRecording.of("timing").body());
    }

    @Test
    void writesAffectedRows() {
        assertThat(RestAnswerWriter.affectedRows(2, RowShape.ARRAY))
                .isEqualTo(RestRecording.of("insert-affected").body());
        assertThat(RestAnswerWriter.affectedRows(1, RowShape.OBJECT))
                .isEqualTo(RestRecording.of("row-with-meta-insert").body());
        assertThat(RestAnswerWriter.affectedRows(0, RowShape.ARRAY, 7))
                .isEqualTo("{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1,"
                        + "\"timing\":7}");
    }

    static Stream<RestRecording> errors() throws IOException, URISyntaxException {
        Path folder =
                Path.of(RestAnswerWriterTest.class.getResource("/golden/rest").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("error-"))
                    .sorted()
                    .map(file -> RestRecording.of(file.replace(".json", "")))
                    .filter(recording -> recording.body().startsWith("{"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void writesTheRecordedErrors(RestRecording recording) {
        JsonNode error = new ObjectMapper().readTree(recording.body());
        int code = 0x8000_0000 | error.get("code").intValue();

        String written = RestAnswerWriter.error(
                code, error.get("desc").stringValue(), error.get("timing").longValue());

        assertThat(written).isEqualTo(recording.body());
    }

    @Test
    void anErrorHasTheLow16BitsOfItsCode() {
        assertThat(RestAnswerWriter.error(0x80002600, "syntax error near \"selec 1\"", 753230))
                .isEqualTo(RestRecording.of("error-syntax").body());
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        ByteArrayOutputStream mustStayOpen = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new UncheckedIOException(new IOException("closed"));
            }
        };
        RestAnswerWriter writer = new RestAnswerWriter(
                mustStayOpen, List.of(Column.of("v", DataType.INT)), ZoneOffset.UTC, RowShape.ARRAY);

        writer.finish();

        assertThat(mustStayOpen.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[],\"rows\":0}");
    }
}

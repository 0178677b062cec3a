// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.GoldenCells;
import io.tdspring.protocol.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is read from the answers that are in order. */
class RestAnswerReaderTest {

    /** What WebSocket answered to the same statement in the same database. */
    @ParameterizedTest
    @CsvSource({
        "select-all-types, all-types-ms",
        "select-all-types-us, all-types-us",
        "precision-ns, all-types-ns",
        "select-all-types-tz, all-types-ms",
        "tags-all-types, tags-ms",
        "decimals, decimals",
        "gzip-answer, bitmap-17-rows"
    })
    void readsTheValuesThatWereWritten(String rest, String webSocket) throws IOException {
        JsonNode expected = Recording.of(webSocket).expected();
        List<Column> columns = Recording.of(webSocket).result().columns();

        RestAnswerReader reader = RestRecording.of(rest).open();

        assertThat(reader.columns()).isEqualTo(columns);
        assertThat(reader.precision().symbol())
                .isEqualTo(expected.get("precision").stringValue());
        assertThat(reader.isUpdate()).isFalse();
        assertThat(RestRecording.rowsOf(reader)).isEqualTo(GoldenCells.rows(columns, expected.get("rows")));
    }

    @Test
    void readsJsonAsItStandsExceptThatNullIsNull() throws IOException {
        List<List<Object>> rows =
                RestRecording.rowsOf(RestRecording.of("json-tag").open());

        assertThat(rows)
                .containsExactly(
                        Arrays.asList(
                                1700000000000L,
                                0L,
                                "{\"a\":1,\"b\":\"é😀\",\"d\":null,\"e\":true,\"f\":1.5}",
                                "1.000000000",
                                "\"é😀\"",
                                null,
                                "true",
                                null),
                        Arrays.asList(1700000000001L, 1L, null, null, null, null, null, null),
                        Arrays.asList(1700000000002L, 2L, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":[1,{\"b\":[]},{}],\"c\":\"q\\\"\\\\n\\n\"}', '{\"a\":[1,{\"b\":[]},{}],\"c\":\"q\\\"\\\\n\\n\"}'",
        "'[ 1 , -0.50 , 1e3, [ true , null ] ]', '[1,-0.50,1e3,[true,null]]'",
        "'\"\\u0001\"', '\"\\u0001\"'"
    })
    void readsNestedJson(String json, String expected) throws IOException {
        RestAnswerReader reader = RestRecording.open(RestRecording.meta("JSON") + "[" + json + "]],\"rows\":1}");

        assertThat(RestRecording.rowsOf(reader)).containsExactly(List.of(expected));
    }

    @Test
    void readsNullLiteralsAndColumnsOfTheSameName() throws IOException {
        RestAnswerReader reader = RestRecording.of("null-column").open();

        assertThat(reader.columns())
                .containsExactly(
                        Column.of("null", DataType.VARCHAR, 0),
                        Column.of("1", DataType.BIGINT),
                        Column.of("null", DataType.VARCHAR, 0));
        assertThat(RestRecording.rowsOf(reader)).containsExactly(Arrays.asList(null, 1L, null));
    }

    @Test
    void anEmptyResultHasColumnsAndNoBlock() throws IOException {
        RestAnswerReader reader = RestRecording.of("empty-result").open();

        assertThat(reader.columns()).hasSize(20);
        assertThat(reader.precision()).isEqualTo(Precision.MILLISECOND);
        assertThat(reader.nextBlock()).isNull();
        assertThat(reader.nextBlock()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"row-with-meta", "duplicate-names-row-with-meta"})
    void readsRowsThatAreObjects(String name) throws IOException {
        RestAnswerReader reader = RestRecording.of(name).open();

        List<List<Object>> rows = RestRecording.rowsOf(reader);

        if (name.equals("row-with-meta")) {
            assertThat(rows)
                    .containsExactly(
                            List.of(1700000000000L, 1L, "a1"),
                            Arrays.asList(1700000001000L, null, "a1"),
                            List.of(1700000000000L, 1L, "a2"),
                            Arrays.asList(1700000001000L, null, "a2"));
        } else {
            assertThat(rows).containsExactly(List.of(1L, 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"insert-affected, 2", "insert-multi-table, 3", "row-with-meta-insert, 1", "ddl, 0"})
    void tellsTheAffectedRowsOfAStatementWithoutRows(String name, int affected) throws IOException {
        try (RestAnswerReader reader = RestRecording.of(name).open()) {
            assertThat(reader.isUpdate()).isTrue();
            assertThat(reader.affectedRows()).isEqualTo(affected);
        }
    }

    @Test
    void aQueryHasNoAffectedRows() throws IOException {
        try (RestAnswerReader reader = RestRecording.of("select-all-types").open()) {
            assertThatThrownBy(reader::affectedRows).isInstanceOf(TdengineProtocolException.class);
        }
    }

    @Test
    void readsManyBlocks() throws IOException {
        StringBuilder body = new StringBuilder(RestRecording.INT_HEAD);
        for (int row = 0; row < 10_000; row++) {
            body.append(row == 0 ? "[" : ",[").append(row).append(']');
        }
        RestAnswerReader reader =
                RestRecording.open(body.append("],\"rows\":10000}").toString());

        List<Integer> sizes = new ArrayList<>();
        long next = 0;
        for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
            sizes.add(block.rows());
            for (int row = 0; row < block.rows(); row++) {
                assertThat(block.longAt(0, row)).isEqualTo(next++);
            }
        }

        assertThat(sizes).containsExactly(4096, 4096, 1808);
    }

    @Test
    void passesOverFieldsItDoesNotKnow() throws IOException {
        RestAnswerReader reader =
                RestRecording.open("{\"new\":{\"a\":[1]},\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],"
                        + "\"more\":[{}],\"data\":[[1]],\"rows\":1,\"timing\":5,\"last\":{}}");

        assertThat(RestRecording.rowsOf(reader)).containsExactly(List.of(1L));
    }

    @Test
    void replacesBytesThatAreNotUtf8() throws IOException {
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream((RestRecording.meta("VARCHAR") + "[\"a").getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[] {(byte) 0xff}),
                        new ByteArrayInputStream("b\"]],\"rows\":1}".getBytes(StandardCharsets.UTF_8))));

        assertThat(RestRecording.rowsOf(RestAnswerReader.open(body, 0))).containsExactly(List.of("a\ufffdb"));
    }

    @ParameterizedTest
    @CsvSource({
        "'2023-11-14T22:13:20.000Z', 1700000000000",
        "'2023-11-15T06:13:20.000+08:00', 1700000000000",
        "'2023-11-14T16:43:20.000-05:30', 1700000000000",
        "'1969-12-31T23:59:59.999Z', -1",
        "'12023-11-14T22:13:20.000Z', 317269520000000",
        "'-0001-01-01T00:00:00.000Z', -62198755200000",
        "'2023-11-14T22:13:20.000001Z', 1700000000000001",
        "'2262-04-11T23:47:16.854775807Z', 9223372036854775807",
        "'1677-09-21T00:12:43.145224192Z', -9223372036854775808"
    })
    void readsTimestamps(String text, long expected) throws IOException {
        RestAnswerReader reader =
                RestRecording.open(RestRecording.meta("TIMESTAMP") + "[\"" + text + "\"]],\"rows\":1}");

        assertThat(RestRecording.rowsOf(reader)).containsExactly(List.of(expected));
    }

    /** Local mean times as the IANA has them: 8:05:43 in Shanghai until 1901, -0:44:30 in Monrovia until 1972. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 1900-01-01T08:05:43.000+08:05, 1900-01-01T00:00:00Z",
        "Asia/Shanghai, 2023-11-15T06:13:20.000+08:00, 2023-11-14T22:13:20Z",
        "Asia/Shanghai, 2023-11-14T16:43:20.000-05:30, 2023-11-14T22:13:20Z",
        "Africa/Monrovia, 1971-12-31T23:15:30.000-00:44, 1972-01-01T00:00:00Z",
        "Europe/Berlin, 2023-10-29T02:30:00.000+02:00, 2023-10-29T00:30:00Z",
        "Europe/Berlin, 2023-10-29T02:30:00.000+01:00, 2023-10-29T01:30:00Z",
        "Europe/Berlin, 2023-03-26T02:30:00.000+01:00, 2023-03-26T01:30:00Z",
        "Europe/London, 2023-01-01T00:00:00.000Z, 2023-01-01T00:00:00Z"
    })
    void knowsTheSecondsOfOffsetsInAKnownZone(String zone, String text, String expected) throws IOException {
        String body = RestRecording.meta("TIMESTAMP") + "[\"" + text + "\"]],\"rows\":1}";
        RestAnswerReader reader = RestAnswerReader.open(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 0, ZoneId.of(zone));

        assertThat(RestRecording.rowsOf(reader))
                .containsExactly(List.of(Instant.parse(expected).toEpochMilli()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1]],\"rows\":1}", "[]", ""})
    void closesTheStream(String body) throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try {
            RestAnswerReader.open(stream, 0).close();
        } catch (TdengineProtocolException e) {
            assertThat(body).hasSizeLessThan(3);
        }

        assertThat(closed).isTrue();
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineOperationalException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.GoldenCells;
import io.tdspring.protocol.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestAnswerReaderTest {

    private static final String INT_HEAD = "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[";
    private static final long SEED = 20_261_122;
    private static final int MUTATIONS = 3000;

    private static List<List<Object>> rowsOf(RestAnswerReader reader) throws IOException {
        try (reader) {
            List<List<Object>> rows = new ArrayList<>();
            for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
                rows.addAll(GoldenCells.rows(block));
            }
            return rows;
        }
    }

    private static String meta(String type) {
        return "{\"code\":0,\"column_meta\":[[\"c\",\"" + type + "\",8]],\"data\":[";
    }

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
        assertThat(rowsOf(reader)).isEqualTo(GoldenCells.rows(columns, expected.get("rows")));
    }

    @Test
    void readsJsonAsItStandsExceptThatNullIsNull() throws IOException {
        List<List<Object>> rows = rowsOf(RestRecording.of("json-tag").open());

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
        RestAnswerReader reader = RestRecording.open(meta("JSON") + "[" + json + "]],\"rows\":1}");

        assertThat(rowsOf(reader)).containsExactly(List.of(expected));
    }

    @Test
    void readsNullLiteralsAndColumnsOfTheSameName() throws IOException {
        RestAnswerReader reader = RestRecording.of("null-column").open();

        assertThat(reader.columns())
                .containsExactly(
                        Column.of("null", DataType.VARCHAR, 0),
                        Column.of("1", DataType.BIGINT),
                        Column.of("null", DataType.VARCHAR, 0));
        assertThat(rowsOf(reader)).containsExactly(Arrays.asList(null, 1L, null));
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

        List<List<Object>> rows = rowsOf(reader);

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
        StringBuilder body = new StringBuilder(INT_HEAD);
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

        assertThat(rowsOf(reader)).containsExactly(List.of(1L));
    }

    @Test
    void replacesBytesThatAreNotUtf8() throws IOException {
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream((meta("VARCHAR") + "[\"a").getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[] {(byte) 0xff}),
                        new ByteArrayInputStream("b\"]],\"rows\":1}".getBytes(StandardCharsets.UTF_8))));

        assertThat(rowsOf(RestAnswerReader.open(body, 0))).containsExactly(List.of("a\ufffdb"));
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
        RestAnswerReader reader = RestRecording.open(meta("TIMESTAMP") + "[\"" + text + "\"]],\"rows\":1}");

        assertThat(rowsOf(reader)).containsExactly(List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-11-14",
                "2023-11-14 22:13:20.000Z",
                "2023-11-14T22:13:20Z",
                "2023-11-14T22:13:20.00Z",
                "2023-11-14T22:13:20.000",
                "2023-11-14T22:13:20.000Zx",
                "2023-11-14T22:13:20.000+0800",
                "2023-13-14T22:13:20.000Z",
                "2023-11-14T22-13-20.000Z",
                "9999-11-14T22:13:20.000000000Z"
            })
    void refusesWhatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> RestRecording.open(meta("TIMESTAMP") + "[\"" + text + "\"]],\"rows\":1}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer has a TIMESTAMP that is not like 2023-11-14T22:13:20.000Z");
    }

    @Test
    void refusesTimestampsOfTwoPrecisions() {
        String rows = "[\"2023-11-14T22:13:20.000Z\"],[\"2023-11-14T22:13:20.000000Z\"]";

        assertThatThrownBy(() -> RestRecording.open(meta("TIMESTAMP") + rows + "],\"rows\":2}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer has timestamps of ms and of us");
    }

    @Test
    void refusesTheEmptyAnswerThatFollowsANanOrAnInfinity() {
        assertThatThrownBy(() -> RestRecording.of("special-floats").open())
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer is empty, as it is when the first rows hold a NaN or an infinity");
    }

    @Test
    void refusesEveryAnswerThatBreaksOff() {
        String body = RestRecording.of("select-all-types").body();

        for (int length = 1; length < body.length(); length += length < 1100 ? 1 : 7) {
            String prefix = body.substring(0, length);
            assertThatThrownBy(() -> rowsOf(RestRecording.open(prefix)))
                    .as("%d characters", length)
                    .isInstanceOf(TdengineProtocolException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "error-syntax, 0x2600, 'syntax error near \"selec 1\"'",
        "error-blank-sql, 0x1107, 'no sql input'",
        "error-auth-missing, 0x1105, 'no auth info input'",
        "tz-unknown, 0xffff, 'unknown time zone xx'"
    })
    void throwsTheServersError(String name, String code, String message) {
        assertThatThrownBy(() -> RestRecording.of(name).open()).isInstanceOfSatisfying(TdengineException.class, e -> {
            assertThat(e.code()).isEqualTo(Integer.decode(code));
            assertThat(e.requestId()).isEqualTo(42);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @Test
    void errorsAreOfTheKindThatTheirCodeSays() {
        assertThatThrownBy(() -> RestRecording.of("error-syntax").open())
                .isInstanceOf(TdengineProgrammingException.class);
        assertThatThrownBy(() -> RestRecording.of("error-auth").open()).isInstanceOf(TdengineConnectionException.class);
    }

    @Test
    void aBodyThatIsAStringIsAnError() {
        assertThatThrownBy(() -> RestRecording.open("\"memory exceeds threshold\""))
                .isInstanceOf(TdengineOperationalException.class)
                .hasMessage("[0xFFFF] memory exceeds threshold (request id 42)");
    }

    @ParameterizedTest
    @CsvSource({
        "error-not-found, 'REST answer is no JSON object'",
        "login-token, 'REST answer has no rows'",
        "vgid, 'REST answer has no rows'",
        "influx-bad-ttl, 'REST answer has a code that is no integer'"
    })
    void refusesAnswersToOtherRequests(String name, String message) {
        assertThatThrownBy(() -> RestRecording.of(name).open())
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"1\"]],\"rows\":1}",
                "[1.5]],\"rows\":1}",
                "[true]],\"rows\":1}",
                "[[1]],\"rows\":1}",
                "[2147483648]],\"rows\":1}",
                "[99999999999999999999]],\"rows\":1}",
                "[]],\"rows\":1}",
                "[1,2]],\"rows\":1}",
                "{}],\"rows\":1}",
                "{\"v\":1,\"w\":2}],\"rows\":1}",
                "1],\"rows\":1}",
                "[1]],\"rows\":2}",
                "[1]],\"rows\":\"x\"}",
                "[1]],\"rows\":1}}",
                "[NaN]],\"rows\":1}",
                "[01]],\"rows\":1}"
            })
    void refusesARowThatCannotBe(String tail) {
        assertThatThrownBy(() -> rowsOf(RestRecording.open(INT_HEAD + tail)))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageStartingWith("REST answer ");
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, 1",
        "BIGINT UNSIGNED, -1",
        "BIGINT UNSIGNED, 18446744073709551616",
        "FLOAT, \"1\"",
        "VARCHAR, 1",
        "NCHAR, {}",
        "VARBINARY, \"0\"",
        "VARBINARY, \"zz\"",
        "'DECIMAL(10,2)', 1.5",
        "'DECIMAL(10,2)', \"x\"",
        "'DECIMAL(10,2)', \"1.005\"",
        "'DECIMAL(10,2)', \"1E+999999999\"",
        "TIMESTAMP, 1700000000000"
    })
    void refusesACellOfAnotherKind(String type, String json) {
        assertThatThrownBy(() -> RestRecording.open(meta(type) + "[" + json + "]],\"rows\":1}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageContaining("column c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"c\",\"COMPLEX\",8]]",
                "[[\"c\",\"NULL\",8]]",
                "[[\"c\",\"DECIMAL(39,2)\",8]]",
                "[[\"c\",\"DECIMAL(0,0)\",8]]",
                "[[\"c\",\"DECIMAL(10,11)\",8]]",
                "[[\"c\",\"INT\"]]",
                "[[\"c\",\"INT\",4,4]]",
                "[[\"c\",\"INT\",\"4\"]]",
                "[[1,\"INT\",4]]",
                "[1]",
                "[]",
                "{}",
                "null"
            })
    void refusesColumnsThatCannotBe(String columns) {
        String body = "{\"code\":0,\"column_meta\":" + columns + ",\"data\":[],\"rows\":0}";

        assertThatThrownBy(() -> RestRecording.open(body)).isInstanceOf(TdengineProtocolException.class);
    }

    @Test
    void showsNothingOfTheDocumentInItsErrors() {
        assertThatThrownBy(() -> RestRecording.open(meta("VARCHAR") + "[\"secret\" \"secret\"]]}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasNoCause()
                .hasMessage("REST answer is no JSON");
        assertThatThrownBy(() -> RestRecording.open(INT_HEAD + "[\"secret\"]]}"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
    }

    @Test
    void letsTheStreamsFailurePass() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> RestAnswerReader.open(broken, 0))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("reset");
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

    @ParameterizedTest
    @ValueSource(strings = {"select-all-types", "json-tag", "decimals", "row-with-meta"})
    void answersAnyTextWithValuesOrItsOwnExceptions(String name) throws IOException {
        byte[] body = RestRecording.of(name).body().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = body.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                String instead = "{}[]\",:-+.019eZT\\u \0\u00ff";
                mutated[random.nextInt(body.length)] = (byte) instead.charAt(random.nextInt(instead.length()));
            }
            try {
                rowsOf(RestAnswerReader.open(new ByteArrayInputStream(mutated), 0));
            } catch (TdengineException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, MUTATIONS - 1);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Frames;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextRequest;
import io.tdspring.protocol.ws.TextResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RecordedStatementsTest {

    private static final Map<String, Function<String, TextRequest>> REQUESTS = Map.of(
            Stmt2Init.ACTION, Stmt2Init::read,
            Stmt2Prepare.ACTION, Stmt2Prepare::read,
            Stmt2Exec.ACTION, Stmt2Exec::read,
            Stmt2Result.ACTION, Stmt2Result::read,
            Stmt2Close.ACTION, Stmt2Close::read);

    private static final Map<String, Function<String, TextResponse>> ANSWERS = Map.of(
            Stmt2Init.ACTION, StatementResponse::read,
            Stmt2Prepare.ACTION, Stmt2PrepareResponse::read,
            Stmt2Bind.ACTION, StatementResponse::read,
            Stmt2Exec.ACTION, StatementExecResponse::read,
            Stmt2Result.ACTION, Stmt2ResultResponse::read,
            Stmt2Close.ACTION, StatementResponse::read);

    /** Frames that the server could not read. */
    private static final Set<String> BROKEN = Set.of(
            "stmt2-case-only-24-bytes", "stmt2-case-short-frame", "stmt2-case-total-length", "stmt2-case-version-2");

    /** Arguments without which the server takes a default. */
    private static final Map<String, Integer> ARGUMENTS = Map.of(Stmt2Init.ACTION, 3, Stmt2Prepare.ACTION, 4);

    static Stream<Recording> recordings() {
        return Stream.concat(Recording.all("stmt2").stream(), Recording.all("peer-jdbc-3.9.0-query").stream());
    }

    static Stream<Recording> readable() {
        return recordings().filter(recording -> !BROKEN.contains(recording.name()));
    }

    private static List<ByteBuffer> bindFrames(Recording recording) {
        return recording.frames(true).stream()
                .filter(frame -> BinaryRequestHead.read(frame).action() == Stmt2Bind.CODE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheRequestsThatItHasRead(Recording recording) {
        for (Message message : recording.messages()) {
            if (message.fromClient() && message.isText()) {
                String action = message.json().get("action").stringValue();
                boolean isWhole = message.json().get("args").size() == ARGUMENTS.getOrDefault(action, 2);
                if (REQUESTS.containsKey(action) && isWhole) {
                    assertThat(REQUESTS.get(action).apply(message.text()).toJson())
                            .isEqualTo(message.text());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheAnswersThatItHasRead(Recording recording) {
        for (String text : recording.texts(false)) {
            Function<String, TextResponse> reader =
                    ANSWERS.get(ResponseHead.read(text).action());
            if (reader != null) {
                assertThat(reader.apply(text).toJson()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void writesTheFramesThatItHasRead(Recording recording) {
        assertThat(bindFrames(recording))
                .allSatisfy(frame -> assertThat(Stmt2Bind.read(frame).toFrame()).isEqualTo(frame));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stmt2-case-only-24-bytes | message length is too short",
                "stmt2-case-short-frame   | data length is less than 28",
                "stmt2-case-total-length  | total length not match, expect 102, but get 103",
                "stmt2-case-version-2     | unknown stmt2 bind version"
            })
    void refusesAFrameInTheWordsOfTheServer(String name, String answer) {
        ByteBuffer frame = bindFrames(Recording.of(name + ".jsonl")).get(0);

        assertThatThrownBy(() -> Stmt2Bind.read(frame))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.answer()).isEqualTo(answer));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void refusesEveryFrameCutShort(Recording recording) {
        bindFrames(recording).forEach(frame -> Frames.assertEveryPrefixIsRefused(frame, Stmt2Bind::read));
    }

    @Test
    void readsOrRefusesBytesThatWentWrong() {
        List<ByteBuffer> frames =
                readable().flatMap(recording -> bindFrames(recording).stream()).toList();
        Frames.Mutations mutations = new Frames.Mutations();
        int refused = 0;

        for (int round = 0; round < 20_000; round++) {
            ByteBuffer frame = mutations.of(frames.get(round % frames.size()));
            try {
                Stmt2Bind.read(frame).tables().forEach(RecordedStatementsTest::readEverything);
            } catch (TdengineProtocolException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, 19_999);
    }

    private static void readEverything(BoundTable table) {
        Stream.concat(table.tags().stream(), table.columns().stream()).forEach(values -> {
            for (int row = 0; row < values.rows(); row++) {
                if (values.isValue(row) && typeOf(values) != null) {
                    assertThat(values.bytesAt(row)).isNotNull();
                }
            }
        });
    }

    private static DataType typeOf(BoundValues values) {
        try {
            return DataType.of(values.typeCode());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({"ms", "us", "ns"})
    void readsTheRowsThatWereBound(String precision) {
        Recording recording = Recording.of("stmt2-insert-table-" + precision + ".jsonl");
        JsonNode expected = recording.expected();

        Stmt2Bind bind = Stmt2Bind.read(bindFrames(recording).get(0));

        assertThat(bind.column()).isEqualTo(Stmt2Bind.ALL_COLUMNS);
        BoundTable table = bind.tables().get(0);
        assertThat(table.name()).isNull();
        assertThat(table.tags()).isEmpty();
        assertThat(rows(table)).isEqualTo(expectedRows(expected));
    }

    @Test
    void readsTablesWithTheirTags() {
        Recording recording = Recording.of("stmt2-insert-subtables.jsonl");
        JsonNode expected = recording.expected();
        List<List<Object>> rows = new ArrayList<>();

        for (ByteBuffer frame : bindFrames(recording)) {
            for (BoundTable table : Stmt2Bind.read(frame).tables()) {
                for (List<Object> row : rows(table)) {
                    List<Object> whole = new ArrayList<>(List.of(table.name()));
                    whole.addAll(row);
                    table.tags().forEach(tag -> whole.add(cell(tag, 0)));
                    rows.add(whole);
                }
            }
        }

        assertThat(rows).containsExactlyInAnyOrderElementsOf(expectedRows(expected));
    }

    @Test
    void tellsNoValueFromNull() {
        Stmt2Bind bind = Stmt2Bind.read(
                bindFrames(Recording.of("stmt2-bind-variants.jsonl")).get(0));

        List<BoundValues> columns = bind.tables().get(0).columns();

        assertThat(columns.get(1).isNone(0)).isTrue();
        assertThat(columns.get(1).longAt(1)).isEqualTo(20);
        assertThat(columns.get(2).isNone(0)).isFalse();
        assertThat(columns.get(2).isValue(0)).isFalse();
        assertThat(columns.get(2).longAt(1)).isEqualTo(7);
    }

    @Test
    void writesValuesAsTheyWereRecorded() {
        ByteBuffer frame = bindFrames(Recording.of("stmt2-query.jsonl")).get(0);
        BoundValues number = new BoundValuesWriter(DataType.BIGINT).addLong(10).finish();
        BoundValues text =
                new BoundValuesWriter(DataType.VARCHAR).addText("s20").finish();
        BoundTable parameters = new BoundTable(null, List.of(), List.of(number, text));

        Stmt2Bind bind = new Stmt2Bind(1006, 1, Stmt2Bind.ALL_COLUMNS, List.of(parameters));

        assertThat(bind.toFrame()).isEqualTo(frame);
    }

    @Test
    void writesDecimalsAndNullsAsTheyWereRecorded() {
        Recording recording = Recording.of("stmt2-insert-table-ms.jsonl");
        List<BoundValues> columns =
                Stmt2Bind.read(bindFrames(recording).get(0)).tables().get(0).columns();
        BoundValuesWriter decimals = new BoundValuesWriter(DataType.DECIMAL);
        for (JsonNode row : recording.expected().get("rows")) {
            if (row.get(17).isNull()) {
                decimals.addNull();
            } else {
                decimals.addFixed(new BigDecimal(row.get(17).stringValue()).unscaledValue());
            }
        }

        assertThat(decimals.finish()).isEqualTo(columns.get(17));
    }

    private static List<List<Object>> rows(BoundTable table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.columns().get(0).rows(); row++) {
            List<Object> cells = new ArrayList<>();
            for (BoundValues values : table.columns()) {
                cells.add(cell(values, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<Object>> expectedRows(JsonNode expected) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : expected.get("rows")) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(
                        expectedCell(expected.get("columns").get(i).get("type").stringValue(), row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Numbers as 64 bits, bytes as hex, DECIMAL as its unscaled value. */
    private static Object cell(BoundValues values, int row) {
        if (!values.isValue(row)) {
            return null;
        }
        return switch (DataType.of(values.typeCode())) {
            case VARCHAR, NCHAR, JSON -> values.textAt(row);
            case VARBINARY, GEOMETRY, BLOB -> HexFormat.of().formatHex(values.bytesAt(row));
            case DECIMAL, DECIMAL64 -> {
                byte[] bytes = values.bytesAt(row);
                byte[] bigEndian = new byte[bytes.length];
                for (int i = 0; i < bytes.length; i++) {
                    bigEndian[bytes.length - 1 - i] = bytes[i];
                }
                yield new BigInteger(bigEndian);
            }
            case FLOAT -> Float.intBitsToFloat((int) values.longAt(row));
            case DOUBLE -> Double.longBitsToDouble(values.longAt(row));
            case UTINYINT -> values.longAt(row) & 0xff;
            case USMALLINT -> values.longAt(row) & 0xffff;
            case UINT -> values.longAt(row) & 0xffff_ffffL;
            default -> values.longAt(row);
        };
    }

    private static Object expectedCell(String type, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        if (type.startsWith("DECIMAL")) {
            return new BigDecimal(cell.stringValue()).unscaledValue();
        }
        return switch (type) {
            case "BOOL" -> cell.booleanValue() ? 1L : 0L;
            case "FLOAT" -> cell.isString() ? Float.valueOf(cell.stringValue()) : (Object) cell.floatValue();
            case "DOUBLE" -> cell.isString() ? Double.valueOf(cell.stringValue()) : (Object) cell.doubleValue();
            case "VARCHAR", "NCHAR", "VARBINARY", "GEOMETRY", "BLOB" -> cell.stringValue();
            default -> cell.bigIntegerValue().longValue();
        };
    }
}

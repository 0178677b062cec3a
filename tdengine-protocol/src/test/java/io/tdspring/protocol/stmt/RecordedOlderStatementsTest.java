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
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextRequest;
import io.tdspring.protocol.ws.TextResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The older interface of prepared statements, as recorded. */
class RecordedOlderStatementsTest {

    private static final Map<String, Function<RequestEnvelope, TextRequest>> REQUESTS = Map.ofEntries(
            Map.entry("init", StmtInit::read),
            Map.entry("prepare", StmtPrepare::read),
            Map.entry("set_table_name", StmtSetTableName::read),
            Map.entry("set_tags", request -> StmtValues.read(StmtValues.Kind.TAGS, request)),
            Map.entry("bind", request -> StmtValues.read(StmtValues.Kind.COLUMNS, request)),
            Map.entry("stmt_get_param", StmtGetParam::read),
            Map.entry("add_batch", StmtRequest::read),
            Map.entry("exec", StmtRequest::read),
            Map.entry("get_tag_fields", StmtRequest::read),
            Map.entry("get_col_fields", StmtRequest::read),
            Map.entry("use_result", StmtRequest::read),
            Map.entry("stmt_num_params", StmtRequest::read),
            Map.entry("close", StmtRequest::read));

    private static final Map<String, Function<String, TextResponse>> ANSWERS = Map.ofEntries(
            Map.entry("init", StatementResponse::read),
            Map.entry("prepare", StmtPrepareResponse::read),
            Map.entry("set_table_name", StatementResponse::read),
            Map.entry("set_tags", StatementResponse::read),
            Map.entry("bind", StatementResponse::read),
            Map.entry("add_batch", StatementResponse::read),
            Map.entry("exec", StatementExecResponse::read),
            Map.entry("get_tag_fields", json -> StmtFieldsResponse.read(json, Role.TAG)),
            Map.entry("get_col_fields", json -> StmtFieldsResponse.read(json, Role.COLUMN)),
            Map.entry("use_result", StmtUseResultResponse::read),
            Map.entry("stmt_num_params", StmtNumParamsResponse::read),
            Map.entry("stmt_get_param", StmtGetParamResponse::read));

    private static final List<StatementField> BIG =
            List.of(field(DataType.TIMESTAMP), field(DataType.INT), field(DataType.VARCHAR));

    private static StatementField field(DataType type) {
        return new StatementField("c", type, 0, 0, 0, Role.COLUMN);
    }

    static List<Recording> recordings() {
        return Recording.all("stmt-v1");
    }

    private static Stream<ByteBuffer> blocks() {
        return recordings().stream()
                .flatMap(recording -> recording.frames(true).stream())
                .filter(frame -> BinaryRequestHead.read(frame).action() <= StmtBlock.BIND);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheRequestsThatItHasRead(Recording recording) {
        for (Message message : recording.messages()) {
            if (message.fromClient() && message.isText()) {
                RequestEnvelope request = RequestEnvelope.read(message.text());
                if (REQUESTS.containsKey(request.action())) {
                    assertThat(REQUESTS.get(request.action()).apply(request).toJson())
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
                // The recordings keep the escape that this server writes as the character.
                assertThat(reader.apply(text).toJson()).isEqualTo(text.replace("\\ufffd", "\ufffd"));
            }
        }
    }

    @Test
    void writesTheFramesThatItHasRead() {
        assertThat(blocks())
                .hasSize(3)
                .allSatisfy(frame -> assertThat(StmtBlock.read(frame).toFrame()).isEqualTo(frame));
    }

    @Test
    void readsTheRowsOfABlockByTheTypesOfTheStatement() {
        StmtBlock tags = StmtBlock.read(blocks().toList().get(0));
        StmtBlock rows = StmtBlock.read(blocks().toList().get(1));

        List<BoundValues> tagValues = BlockValues.read(tags.block(), List.of(DataType.INT, DataType.VARCHAR));
        List<BoundValues> columns = BlockValues.read(
                rows.block(), List.of(DataType.TIMESTAMP, DataType.INT, DataType.VARCHAR, DataType.NCHAR));

        assertThat(tags.kind()).isEqualTo(StmtValues.Kind.TAGS);
        assertThat(rows.kind()).isEqualTo(StmtValues.Kind.COLUMNS);
        assertThat(tagValues.get(0).longAt(0)).isEqualTo(5);
        assertThat(tagValues.get(1).textAt(0)).isEqualTo("é");
        assertThat(columns.get(0).longAt(1)).isEqualTo(1_700_000_000_001L);
        assertThat(columns.get(1).isValue(0)).isFalse();
        assertThat(columns.get(1).longAt(1)).isEqualTo(-2);
        assertThat(columns.get(2).textAt(0)).isEqualTo("ab");
        assertThat(columns.get(3).textAt(0)).isEqualTo("é\ud83d\ude00");
    }

    @Test
    void readsParametersByTheTypesOfTheBlock() {
        List<BoundValues> parameters =
                BlockValues.read(StmtBlock.read(blocks().toList().get(2)).block());

        assertThat(parameters).extracting(BoundValues::typeCode).containsExactly(4, 8);
        assertThat(parameters.get(0).longAt(0)).isEqualTo(20);
        assertThat(parameters.get(1).textAt(0)).isEqualTo("s20");
    }

    @Test
    void readsValuesInJson() {
        List<BoundValues> columns =
                JsonValues.readColumns("[[1700000000000,\"2023-11-14T22:13:20.001Z\"],[1,null],[\"é\",null]]", BIG);

        assertThat(columns.get(0).longAt(1)).isEqualTo(1_700_000_000_001L);
        assertThat(columns.get(1).longAt(0)).isEqualTo(1);
        assertThat(columns.get(1).isValue(1)).isFalse();
        assertThat(columns.get(2).textAt(0)).isEqualTo("é");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "[[1700000000000],[1,2],[\"x\"]]; wrong row length: want 1 rows got 2",
                "[[1700000000000],[\"x\"],[\"x\"]]; readUint32: unexpected character: \ufffd",
            })
    void namesWhatIsWrongWithValuesInJson(String json, String mistake) {
        assertThatThrownBy(() -> JsonValues.readColumns(json, BIG))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.answer())
                                .startsWith("stmt parse column json:" + mistake + ", error found in #10 byte of ...|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[1]", "[[1.5]]", "[[1],[2147483648]]", "[[1],[1],[1]]", "[[1],[1],[],[]]", "[[\"now\"]]", "[["})
    void refusesValuesInJsonThatAreNotTheFields(String json) {
        assertThatThrownBy(() -> JsonValues.readColumns(json, BIG)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void readsOrRefusesBytesThatWentWrong() {
        List<ByteBuffer> frames = blocks().toList();
        Frames.Mutations mutations = new Frames.Mutations();
        int refused = 0;

        for (int round = 0; round < 20_000; round++) {
            try {
                BlockValues.read(StmtBlock.read(mutations.of(frames.get(round % frames.size())))
                        .block());
            } catch (TdengineProtocolException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, 19_999);
    }
}

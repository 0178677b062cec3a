// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.Recording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedAnswersTest {

    private static final Map<String, Function<String, TextResponse>> READERS = Map.of(
            "version", VersionResponse::read,
            "conn", ConnectResponse::read,
            "query", QueryResponse::read,
            "binary_query", QueryResponse::read,
            "fetch", FetchResponse::read,
            "get_current_db", CurrentDatabaseResponse::read,
            "get_server_info", ServerInfoResponse::read);

    /** All but the old endpoints, whose answers have fewer fields, and statements, whose failures have more. */
    static Stream<Recording> recordings() {
        return Recording.all("").stream()
                .filter(recording -> !recording.name().contains("tmq"))
                .filter(recording -> !recording.name().startsWith("legacy"))
                .filter(recording -> !recording.name().startsWith("stmt"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheTextThatItHasRead(Recording recording) {
        for (String text : recording.texts(false)) {
            Function<String, TextResponse> reader =
                    READERS.get(ResponseHead.read(text).action());
            if (reader != null) {
                assertThat(reader.apply(text).toJson()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesEveryFailureThatItHasReadAsAHead(Recording recording) {
        for (String text : recording.texts(false)) {
            if (!ResponseHead.read(text).isSuccess()) {
                assertThat(SimpleResponse.read(text).toJson()).isEqualTo(text);
            }
        }
    }

    @Test
    void recordingsHaveASuccessOfEachAction() {
        Set<String> actions = new TreeSet<>();
        recordings().flatMap(recording -> recording.texts(false).stream()).forEach(text -> {
            ResponseHead head = ResponseHead.read(text);
            if (head.isSuccess()) {
                actions.add(head.action());
            }
        });

        assertThat(actions).containsAll(READERS.keySet());
    }

    @Test
    void readsTheColumnsOfEveryType() {
        String text = Recording.of("all-types-ns.jsonl").texts(false).stream()
                .filter(each -> ResponseHead.read(each).action().equals("binary_query"))
                .findFirst()
                .orElseThrow();

        QueryResponse answer = QueryResponse.read(text);

        assertThat(answer.head().requestId()).isEqualTo(3);
        assertThat(answer.resultId()).isEqualTo(1);
        assertThat(answer.isUpdate()).isFalse();
        assertThat(answer.precision()).isEqualTo(Precision.NANOSECOND);
        assertThat(answer.columns()).hasSize(20);
        assertThat(answer.columns())
                .contains(
                        Column.of("ts", DataType.TIMESTAMP),
                        Column.of("c_u64", DataType.UBIGINT),
                        Column.of("c_nc", DataType.NCHAR, 32),
                        Column.decimal("c_d64", 18, 4),
                        Column.decimal("c_d128", 38, 10));
    }

    @Test
    void readsTheCountOfAnUpdate() {
        String text = Recording.of("update-statements.jsonl").texts(false).stream()
                .filter(each -> each.contains("\"affected_rows\":1"))
                .findFirst()
                .orElseThrow();

        QueryResponse answer = QueryResponse.read(text);

        assertThat(answer.isUpdate()).isTrue();
        assertThat(answer.affectedRows()).isEqualTo(1);
        assertThat(answer.columns()).isEmpty();
    }

    @Test
    void readsTheAnswersOfTheOldEndpointThatLackFields() {
        List<String> texts = Recording.of("legacy-rest-ws.jsonl").texts(false);

        VersionResponse version = VersionResponse.read(texts.get(0));
        QueryResponse query = texts.stream()
                .filter(text -> text.contains("\"query\""))
                .map(QueryResponse::read)
                .findFirst()
                .orElseThrow();

        assertThat(version.version()).isEqualTo("3.3.7.5");
        assertThat(version.head().requestId()).isZero();
        assertThat(query.columns()).containsExactly(Column.of("1", DataType.BIGINT));
    }
}

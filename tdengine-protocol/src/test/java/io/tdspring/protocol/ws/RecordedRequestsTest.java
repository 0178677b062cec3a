// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RecordedRequestsTest {

    private static final Map<String, Function<String, TextRequest>> READERS = Map.of(
            "version", VersionRequest::read,
            "conn", ConnectRequest::read,
            "query", QueryRequest::read,
            "fetch", FetchRequest::read,
            "fetch_block", FetchBlockRequest::read,
            "free_result", FreeResult::read,
            "get_current_db", CurrentDatabaseRequest::read,
            "get_server_info", ServerInfoRequest::read);

    /** The recordings in which requests are well formed. */
    static Stream<Recording> wellFormed() {
        return Recording.all("").stream()
                .filter(recording -> !recording.name().contains("tmq"))
                .filter(recording -> !recording.name().startsWith("legacy-"))
                .filter(recording -> !Set.of("errors", "error-before-connect").contains(recording.name()));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void writesTheTextThatItHasRead(Recording recording) {
        for (Message message : recording.messages()) {
            if (message.fromClient() && message.isText() && message.json().has("args")) {
                JsonNode request = message.json();
                Function<String, TextRequest> reader =
                        READERS.get(request.get("action").stringValue());
                JsonNode args = request.get("args");
                if (reader != null && args.has("req_id")) {
                    assertThat(reader.apply(message.text()).toJson()).isEqualTo(request.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void writesTheFrameThatItHasRead(Recording recording) {
        for (ByteBuffer frame : recording.frames(true)) {
            long action = BinaryRequestHead.read(frame).action();
            if (action == BinaryQuery.CODE) {
                assertThat(BinaryQuery.read(frame).toFrame()).isEqualTo(frame);
            } else if (action == FetchRawBlock.CODE) {
                assertThat(FetchRawBlock.read(frame).toFrame()).isEqualTo(frame);
            }
        }
    }

    @Test
    void recordingsHaveARequestOfEachAction() {
        List<String> actions = wellFormed()
                .flatMap(recording -> recording.messages().stream())
                .filter(message -> message.fromClient() && message.isText())
                .map(message -> message.json().get("action").stringValue())
                .toList();

        assertThat(actions).containsAll(READERS.keySet());
    }

    @Test
    void readsTheArgumentsOfConn() {
        String text = Recording.of("conn-version.jsonl").texts(true).stream()
                .filter(each -> each.contains("\"app\""))
                .findFirst()
                .orElseThrow();

        ConnectRequest request = ConnectRequest.read(text);

        assertThat(request)
                .isEqualTo(new ConnectRequest(
                        2,
                        Map.of(
                                ConnectOption.USER, "root",
                                ConnectOption.PASSWORD, "taosdata",
                                ConnectOption.DATABASE, "",
                                ConnectOption.TIME_ZONE, "Asia/Shanghai",
                                ConnectOption.APPLICATION, "golden",
                                ConnectOption.IP, "192.0.2.7")));
        assertThat(request.toString()).doesNotContain("taosdata");
    }

    @Test
    void readsTheModeOfConn() {
        String text = Recording.of("conn-bi-mode.jsonl").texts(true).get(0);

        assertThat(ConnectRequest.read(text).mode()).isZero();
    }

    @Test
    void readsVersionWithoutArguments() {
        assertThat(VersionRequest.read("{\"action\":\"version\"}").requestId()).isZero();
        assertThat(VersionRequest.read("{\"action\":\"version\",\"args\":{}}").requestId())
                .isZero();
    }

    @Test
    void findsNamesInAnyCaseAndIgnoresWhatItDoesNotKnow() {
        String text = Recording.of("errors.jsonl").texts(true).stream()
                .filter(each -> each.contains("ACTION"))
                .findFirst()
                .orElseThrow();

        QueryRequest request = QueryRequest.read(text);

        assertThat(request).isEqualTo(new QueryRequest(-1, "select 1"));
        assertThat(request.toJson())
                .isEqualTo("{\"action\":\"query\",\"args\":{\"req_id\":18446744073709551615,\"sql\":\"select 1\"}}");
    }

    @Test
    void answersRequestsThatCannotBeReadAsTheRealServerDoes() {
        List<String> refused = new ArrayList<>();
        for (Exchange exchange : unreadable("error-before-connect.jsonl")) {
            refused.add(exchange.checkRefusal());
        }
        for (Exchange exchange : unreadable("errors.jsonl")) {
            refused.add(exchange.checkRefusal());
        }

        assertThat(refused)
                .contains("unmarshal request error", "request no action", "unmarshal connect request error")
                .contains("unmarshal query request error", "message length is too short")
                .contains("unknown binary query version:2", "unknown fetch raw block version")
                .contains("uncompleted message, sql length:9, remainMessageLength:8");
    }

    @Test
    void ignoresBytesBehindTheSql() {
        ByteBuffer frame = Recording.of("errors.jsonl").frames(true).stream()
                .filter(each -> each.get(0) == 0x42)
                .findFirst()
                .orElseThrow();

        assertThat(BinaryQuery.read(frame)).isEqualTo(new BinaryQuery(66, "select 1"));
    }

    /** Requests whose answer says that they could not be read. */
    private static List<Exchange> unreadable(String file) {
        List<Message> messages = Recording.of(file).messages();
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i + 1 < messages.size(); i++) {
            Exchange exchange = new Exchange(messages.get(i), messages.get(i + 1));
            if (exchange.request().fromClient() && !exchange.answer().fromClient() && exchange.isRefusal()) {
                exchanges.add(exchange);
            }
        }
        return exchanges;
    }

    private record Exchange(Message request, Message answer) {

        boolean isRefusal() {
            String text = message();
            return Stream.of("unmarshal", "no action", "too short", "uncompleted", "query version", "block version")
                    .anyMatch(text::contains);
        }

        private String message() {
            if (answer.isText()) {
                return ResponseHead.read(answer.text()).message();
            }
            FetchedBlock block = FetchedBlock.read(answer.bytes());
            return block instanceof FetchedBlock.Failed failed ? failed.message() : "";
        }

        String checkRefusal() {
            InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, this::read);
            if (answer.isText()) {
                ResponseHead recorded = ResponseHead.read(answer.text());
                assertThat(refused.head(recorded.timing())).isEqualTo(recorded);
            } else {
                FetchedBlock.Failed recorded = (FetchedBlock.Failed) FetchedBlock.read(answer.bytes());
                assertThat(refused.requestId()).isEqualTo(recorded.requestId());
                assertThat(refused.code()).isEqualTo(recorded.code());
                assertThat(refused.answer()).isEqualTo(recorded.message());
            }
            return refused.answer();
        }

        private Object read() {
            if (request.isText()) {
                RequestEnvelope envelope = RequestEnvelope.read(request.text());
                return READERS.get(envelope.action()).apply(request.text());
            }
            boolean isQuery = BinaryRequestHead.read(request.bytes()).action() == BinaryQuery.CODE;
            return isQuery ? BinaryQuery.read(request.bytes()) : FetchRawBlock.read(request.bytes());
        }
    }
}

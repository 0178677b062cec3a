// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.TextRequest;
import io.tdspring.protocol.ws.TextResponse;
import io.tdspring.protocol.ws.VersionRequest;
import io.tdspring.protocol.ws.VersionResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class RecordedTmqMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Function<String, TextResponse>> ANSWERS = Map.ofEntries(
            Map.entry("version", VersionResponse::read),
            Map.entry("subscribe", SubscribeResponse::read),
            Map.entry("poll", PollResponse::read),
            Map.entry("commit", CommitResponse::read),
            Map.entry("commit_offset", CommitOffsetResponse::read),
            Map.entry("committed", OffsetsResponse::read),
            Map.entry("position", OffsetsResponse::read),
            Map.entry("assignment", AssignmentResponse::read),
            Map.entry("seek", SimpleResponse::read),
            Map.entry("list_topics", ListTopicsResponse::read),
            Map.entry("unsubscribe", SimpleResponse::read),
            Map.entry("fetch", FetchResponse::read));

    private static final Map<String, Function<String, TextRequest>> REQUESTS = Map.ofEntries(
            Map.entry("version", VersionRequest::read),
            Map.entry("subscribe", SubscribeRequest::read),
            Map.entry("poll", PollRequest::read),
            Map.entry("fetch_raw_data", FetchRawData::read),
            Map.entry("commit", CommitRequest::read),
            Map.entry("commit_offset", CommitOffsetRequest::read),
            Map.entry("committed", OffsetsRequest::read),
            Map.entry("position", OffsetsRequest::read),
            Map.entry("assignment", AssignmentRequest::read),
            Map.entry("seek", SeekRequest::read),
            Map.entry("list_topics", ListTopicsRequest::read),
            Map.entry("unsubscribe", UnsubscribeRequest::read),
            Map.entry("fetch", FetchRequest::read),
            Map.entry("fetch_block", FetchBlockRequest::read));

    static Stream<Recording> recordings() {
        return Recording.all("").stream().filter(recording -> recording.name().contains("tmq"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheAnswerThatItHasRead(Recording recording) {
        for (String text : recording.texts(false)) {
            Function<String, TextResponse> reader =
                    ANSWERS.get(ResponseHead.read(text).action());
            if (reader != null) {
                assertThat(reader.apply(text).toJson()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheRequestThatItHasRead(Recording recording) {
        for (String text : recording.texts(true)) {
            if (isWellFormed(text)) {
                JsonNode request = JSON.readTree(text);
                Function<String, TextRequest> reader =
                        REQUESTS.get(request.get("action").stringValue());
                if (reader != null) {
                    assertThat(JSON.readTree(reader.apply(text).toJson())).isEqualTo(withoutEmptyConfig(request));
                }
            }
        }
    }

    /** What tmq-errors holds of other kinds has tests of its own. */
    private static boolean isWellFormed(String text) {
        return text.contains("\"req_id\"")
                && !text.contains("\"auto_commit\":true")
                && !text.equals("{\"action\":\"commit\",\"args\":{\"req_id\":1}}");
    }

    private static JsonNode withoutEmptyConfig(JsonNode request) {
        ObjectNode args = (ObjectNode) request.get("args");
        if (args.has("config") && args.get("config").isEmpty()) {
            args.remove("config");
        }
        return request;
    }

    @Test
    void recordingsHaveAMessageOfEachAction() {
        Set<String> answers = new TreeSet<>();
        Set<String> requests = new TreeSet<>();
        recordings()
                .flatMap(recording -> recording.messages().stream())
                .filter(Message::isText)
                .filter(message -> message.text().contains("\"req_id\""))
                .forEach(message -> {
                    Set<String> actions = message.fromClient() ? requests : answers;
                    actions.add(message.json().get("action").stringValue());
                });

        assertThat(answers).containsAll(ANSWERS.keySet());
        assertThat(requests).containsAll(REQUESTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void failuresToReadAMessageCarryItsId(Recording recording) {
        Set<String> family = Set.of("fetch", "fetch_block", "fetch_raw", "fetch_json_meta");
        for (String text : recording.texts(false)) {
            ResponseHead head = ResponseHead.read(text);
            if (!head.isSuccess() && family.contains(head.action())) {
                assertThat(MessageFailure.read(text).toJson()).isEqualTo(text);
                assertThat(MessageFailure.read(text).messageId()).isPositive();
            }
        }
    }

    @Test
    void readsTheMessageOfAPoll() {
        PollResponse poll = PollResponse.read(answer("tmq-query", text -> text.contains("\"have_message\":true")));

        assertThat(poll.haveMessage()).isTrue();
        assertThat(poll.topic()).isEqualTo("gt_query");
        assertThat(poll.database()).isEqualTo("gold_tmq");
        assertThat(poll.vgroupId()).isEqualTo(54);
        assertThat(poll.messageType()).isEqualTo(PollResponse.DATA);
        assertThat(poll.messageId()).isEqualTo(1);
        assertThat(poll.offset()).isZero();
    }

    @Test
    void readsThatAPollFoundNothing() {
        PollResponse poll = PollResponse.read(answer("tmq-query", text -> text.contains("\"have_message\":false")));

        assertThat(poll).isEqualTo(PollResponse.empty(poll.head()));
    }

    @Test
    void readsTheAssignment() {
        AssignmentResponse answer =
                AssignmentResponse.read(answer("tmq-auto-commit-off", text -> text.contains("\"assignment\":[")));

        assertThat(answer.assignment())
                .containsExactly(new VgroupAssignment(56, 0, 0, 9), new VgroupAssignment(55, 0, 0, 8));
    }

    @Test
    void readsThatNothingIsCommitted() {
        OffsetsResponse answer =
                OffsetsResponse.read(answer("tmq-auto-commit-off", text -> text.contains("\"committed\":[")));

        assertThat(answer.offsets()).containsExactly(OffsetsResponse.NONE, OffsetsResponse.NONE);
    }

    @Test
    void readsTheColumnsOfAFetchBlockByBlock() {
        List<FetchResponse> answers = Recording.of("tmq-legacy-fetch.jsonl").texts(false).stream()
                .filter(text -> ResponseHead.read(text).action().equals("fetch"))
                .map(FetchResponse::read)
                .toList();

        assertThat(answers).extracting(FetchResponse::tableName).containsExactly("d1", "d3", "d1", "");
        assertThat(answers).extracting(FetchResponse::completed).containsExactly(false, false, false, true);
        assertThat(answers.get(2).columns())
                .containsExactly(
                        Column.of("ts", DataType.TIMESTAMP),
                        Column.of("v", DataType.INT),
                        Column.of("s", DataType.VARCHAR, 10),
                        Column.of("w", DataType.DOUBLE));
    }

    @Test
    void readsASubscription() {
        SubscribeRequest request = SubscribeRequest.read(request("tmq-errors", text -> text.contains("no.such.key")));

        assertThat(request.topics()).containsExactly("gt_query");
        assertThat(request.option(SubscribeOption.GROUP_ID)).isEqualTo("g78289");
        assertThat(request.option(SubscribeOption.OFFSET_RESET)).isEqualTo("earliest");
        assertThat(request.option(SubscribeOption.SESSION_TIMEOUT)).isEmpty();
        assertThat(request.config()).containsExactly(Map.entry("no.such.key", "1"));
        assertThat(request.toString()).doesNotContain("taosdata");
    }

    @Test
    void refusesAnOptionThatIsNoText() {
        String text = request("tmq-errors", each -> each.contains("\"auto_commit\":true"));

        assertThatThrownBy(() -> SubscribeRequest.read(text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("[0xFFFF] unmarshal subscribe request error (request id 3)");
    }

    @Test
    void readsACommitWithoutAMessageId() {
        assertThat(CommitRequest.read("{\"action\":\"commit\",\"args\":{\"req_id\":1}}"))
                .isEqualTo(new CommitRequest(1, 0));
    }

    @Test
    void tellsAMessageIdOfZeroFromNone() {
        assertThat(PollRequest.read(request("peer-jdbc-3.9.0-tmq", text -> text.contains("\"poll\"")))
                        .messageId())
                .isEqualTo(OptionalLong.of(0));
        assertThat(PollRequest.read(request("tmq-query", text -> text.contains("\"poll\"")))
                        .messageId())
                .isEmpty();
    }

    @Test
    void refusesOffsetsOfAnotherAction() {
        assertThatThrownBy(() -> OffsetsRequest.read("{\"action\":\"seek\",\"args\":{}}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("action seek asks for no offsets");
    }

    private static String answer(String recording, Predicate<String> which) {
        return Recording.of(recording + ".jsonl").texts(false).stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static String request(String recording, Predicate<String> which) {
        return Recording.of(recording + ".jsonl").texts(true).stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}

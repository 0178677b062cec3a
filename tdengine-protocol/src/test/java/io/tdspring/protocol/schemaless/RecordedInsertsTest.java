// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.ResponseHead;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RecordedInsertsTest {

    static List<Recording> recordings() {
        return Recording.all("schemaless");
    }

    private static boolean isInsert(Message message) {
        return message.isText() && message.json().get("action").stringValue().equals(SchemalessInsert.ACTION);
    }

    /** Whether it is one that a client of ours would send: without what the server ignores, takes by default or refuses. */
    private static boolean isPlain(JsonNode args) {
        return args.has("precision") && args.has("protocol") && !args.has("db");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheRequestsThatItHasRead(Recording recording) {
        List<Message> requests = recording.messages().stream()
                .filter(message -> message.fromClient()
                        && isInsert(message)
                        && isPlain(message.json().get("args")))
                .toList();

        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(
                                SchemalessInsert.read(request.text()).toJson())
                        .isEqualTo(request.text()));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void writesTheAnswersThatItHasRead(Recording recording) {
        List<Message> answers = recording.messages().stream()
                .filter(message -> !message.fromClient() && isInsert(message))
                .toList();

        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(
                                SchemalessInsertResponse.read(answer.text()).toJson())
                        .isEqualTo(answer.text()));
    }

    @Test
    void readsTheFieldsOfARequest() {
        String text = "{\"action\":\"insert\",\"args\":{\"req_id\":16,\"protocol\":1,\"precision\":\"ns\","
                + "\"data\":\"tnk,t=1,nm=mytable v=1i64 1626006833639000000\",\"ttl\":3,\"table_name_key\":\"nm\"}}";

        SchemalessInsert request = SchemalessInsert.read(text);

        assertThat(request)
                .isEqualTo(new SchemalessInsert(
                        16, SchemalessInsert.LINE, "ns", "tnk,t=1,nm=mytable v=1i64 1626006833639000000", 3, "nm"))
                .hasToString("SchemalessInsert[requestId=16, protocol=1]");
    }

    @Test
    void takesMissingArgumentsForNone() {
        SchemalessInsert request = SchemalessInsert.read("{\"action\":\"insert\",\"args\":{}}");

        assertThat(request).isEqualTo(new SchemalessInsert(0, 0, "", "", 0, ""));
    }

    @Test
    void refusesAProtocolThatIsNoNumberInTheWordsOfTheServer() {
        Recording recording = Recording.of("schemaless-errors.jsonl");
        String request = recording.texts(true).stream()
                .filter(text -> text.contains("\"protocol\":\"1\""))
                .findFirst()
                .orElseThrow();
        String answer = recording.texts(false).stream()
                .filter(text -> text.contains("unmarshal"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> SchemalessInsert.read(request))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    ResponseHead expected = ResponseHead.read(answer);
                    assertThat(e.head(expected.timing())).isEqualTo(expected);
                });
    }

    @Test
    void readsTheRowsOfAnAnswer() {
        String text = "{\"code\":0,\"message\":\"\",\"action\":\"insert\",\"req_id\":3,\"timing\":623433,"
                + "\"affected_rows\":2,\"total_rows\":1}";

        SchemalessInsertResponse answer = SchemalessInsertResponse.read(text);

        assertThat(answer.affectedRows()).isEqualTo(2);
        assertThat(answer.totalRows()).isEqualTo(1);
    }
}

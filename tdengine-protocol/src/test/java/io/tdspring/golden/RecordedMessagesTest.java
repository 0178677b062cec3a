// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Precision;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import io.tdspring.protocol.block.RawBlock;
import io.tdspring.protocol.tmq.FetchRawResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.TmqData;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.FetchBlockResponse;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.SimpleResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every message of every recorded conversation; those that are not read, or not written alike, are listed here. */
class RecordedMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READ = "read";
    private static final String NOT_READ = "not read";
    private static final String ALIKE = "alike";
    private static final String REFUSED = "refused, as the server did";

    private static final String UNKNOWN_TO_SERVER = "a question whether the server knows it, which it does not";
    private static final String CHANGES_OF_TABLES = "tells of tables, which fetch_json_meta does in text";

    /** What is not read, how often it was recorded, and why. */
    private static final List<Expected> UNREAD = List.of(
            new Expected(REFUSED, 26, "malformed on purpose"),
            new Expected("no reader of request nosuch", 5, UNKNOWN_TO_SERVER),
            new Expected("no reader of request frame 77", 1, UNKNOWN_TO_SERVER),
            new Expected("no reader of request get_connection_info", 1, UNKNOWN_TO_SERVER),
            new Expected("no reader of request stmt2_get_fields", 1, UNKNOWN_TO_SERVER),
            new Expected("no reader of request check_server_status", 1, "the client asks in SQL"),
            new Expected("no reader of request num_fields", 2, "the answer to a query has told the columns before"),
            new Expected("no reader of request options_connection", 17, "conn says the same at the beginning"),
            new Expected("no reader of answer options_connection", 12, "conn says the same at the beginning"),
            new Expected("topic data of raw type 5 has no rows to read", 7, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 515 has no rows to read", 10, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 517 has no rows to read", 5, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 519 has no rows to read", 5, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 531 has no rows to read", 5, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 533 has no rows to read", 9, CHANGES_OF_TABLES),
            new Expected("topic data of raw type 579 has no rows to read", 2, CHANGES_OF_TABLES),
            new Expected(
                    "column j of the topic is a JSON tag, which a raw message has in a form internal to the server; leave"
                            + " it out of the topic, or read the message block by block",
                    1,
                    "the form is not described"));

    private static final String NOT_SENT = "an argument that we do not send";
    private static final String SENT_ALWAYS = "an argument that is the server's default, and that we send always";

    /** What is written otherwise than it was recorded, how often, and why. */
    private static final List<Expected> WRITTEN_OTHERWISE = List.of(
            new Expected("insert without [db]", 1, NOT_SENT),
            new Expected("insert with [precision]", 1, SENT_ALWAYS),
            new Expected("insert with [protocol]", 1, SENT_ALWAYS),
            new Expected("query with [req_id, sql]", 1, "the recorded names are in another case"),
            new Expected("stmt2_init with [single_stb_insert, single_table_bind_once]", 55, SENT_ALWAYS),
            new Expected("stmt2_prepare with [get_fields]", 1, SENT_ALWAYS),
            new Expected("commit with [message_id]", 1, SENT_ALWAYS),
            new Expected("subscribe without [config]", 1, "an empty list of settings"),
            new Expected("version with [req_id]", 2, SENT_ALWAYS),
            new Expected("frame of action 6", 1, "bytes behind the SQL, which the server ignores"));

    private record Expected(String what, int times, String reason) {

        static Map<String, Integer> counts(List<Expected> all) {
            Map<String, Integer> counts = new TreeMap<>();
            all.forEach(each -> counts.put(each.what, each.times));
            return counts;
        }
    }

    @Test
    void readsEveryMessageAndItsCells() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Recording recording : Recording.all("")) {
            List<Message> messages = recording.messages();
            for (int i = 0; i < messages.size(); i++) {
                outcomes.merge(read(Codecs.of(recording.name()), messages, i), 1, Integer::sum);
            }
        }

        assertThat(outcomes.remove(READ)).isGreaterThan(2000);
        assertThat(outcomes).isEqualTo(Expected.counts(UNREAD));
    }

    private static String read(Codecs codecs, List<Message> messages, int at) {
        Message message = messages.get(at);
        try {
            return message.fromClient() ? readRequest(codecs, message) : readAnswer(codecs, message);
        } catch (InvalidRequestException e) {
            assertThat(isRefused(messages.subList(at + 1, messages.size()))).isTrue();
            return REFUSED;
        } catch (UnsupportedFeatureException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Whether the next answer is a failure; the last request of two recordings was answered by the end. */
    private static boolean isRefused(List<Message> following) {
        return following.stream()
                .filter(message -> !message.fromClient())
                .findFirst()
                .map(answer -> answer.isText()
                        ? !ResponseHead.read(answer.text()).isSuccess()
                        : FetchedBlock.read(answer.bytes()) instanceof FetchedBlock.Failed)
                .orElse(true);
    }

    private static String readRequest(Codecs codecs, Message message) {
        String action = actionOf(message);
        Function<Message, Object> reader = readerOf(codecs, message, action);
        if (reader == null) {
            return "no reader of request " + action;
        }
        assertThat(reader.apply(message)).isNotNull();
        return READ;
    }

    private static String actionOf(Message request) {
        return request.isText()
                ? RequestEnvelope.read(request.text()).action()
                : "frame " + BinaryRequestHead.read(request.bytes()).action();
    }

    private static Function<Message, Object> readerOf(Codecs codecs, Message request, String action) {
        if (request.isText()) {
            return codecs.requests().containsKey(action)
                    ? message -> codecs.requests().get(action).apply(message.text())
                    : null;
        }
        long code = BinaryRequestHead.read(request.bytes()).action();
        return Codecs.binaryRequests().containsKey(code)
                ? message -> Codecs.binaryRequests().get(code).apply(message.bytes())
                : null;
    }

    private static String readAnswer(Codecs codecs, Message message) {
        if (!message.isText()) {
            readCells(codecs.readAnswer(message.bytes()));
            return READ;
        }
        ResponseHead head = ResponseHead.read(message.text());
        if (!codecs.answers().containsKey(head.action())) {
            assertThat(SimpleResponse.read(message.text()).head()).isEqualTo(head);
            return head.isSuccess() ? "no reader of answer " + head.action() : READ;
        }
        assertThat(codecs.answers().get(head.action()).apply(message.text()).head())
                .isEqualTo(head);
        return READ;
    }

    private static void readCells(BinaryMessage answer) {
        if (answer instanceof FetchedBlock.Rows rows) {
            readCells(rows.block());
        } else if (answer instanceof FetchBlockResponse rows) {
            readCells(rows.block());
        } else if (answer instanceof io.tdspring.protocol.tmq.FetchBlockResponse rows) {
            readCells(rows.block());
        } else if (answer instanceof FetchedRawData.Data data) {
            TmqData.read(data.raw(), data.rawType()).forEach(block -> Cells.read(block.block()));
        } else if (answer instanceof FetchRawResponse data) {
            TmqData.read(data.raw(), data.rawType()).forEach(block -> Cells.read(block.block()));
        }
    }

    private static void readCells(ByteBuffer block) {
        assertThat(Cells.read(RawBlock.read(block, RawBlock.schemaOf(block), Precision.MILLISECOND)))
                .isNotNegative();
    }

    @Test
    void writesEveryRequestAsRecorded() {
        Map<String, Integer> differences = new TreeMap<>();
        for (Recording recording : Recording.all("")) {
            for (Message message : recording.messages()) {
                if (message.fromClient()) {
                    differences.merge(write(Codecs.of(recording.name()), message), 1, Integer::sum);
                }
            }
        }

        assertThat(differences.remove(NOT_READ)).isEqualTo(unreadRequests());
        assertThat(differences.remove(ALIKE)).isGreaterThan(1100);
        assertThat(differences).isEqualTo(Expected.counts(WRITTEN_OTHERWISE));
    }

    private static int unreadRequests() {
        return UNREAD.stream()
                .filter(each -> each.what.equals(REFUSED) || each.what.startsWith("no reader of request"))
                .mapToInt(Expected::times)
                .sum();
    }

    /** Writes what was read; of what is not read {@link #readsEveryMessageAndItsCells} knows why. */
    private static String write(Codecs codecs, Message message) {
        try {
            String action = actionOf(message);
            if (readerOf(codecs, message, action) == null) {
                return NOT_READ;
            }
            if (message.isText()) {
                String written =
                        codecs.requests().get(action).apply(message.text()).toJson();
                return difference(action, message.json(), JSON.readTree(written));
            }
            long code = BinaryRequestHead.read(message.bytes()).action();
            ByteBuffer written =
                    Codecs.binaryRequests().get(code).apply(message.bytes()).toFrame();
            return written.equals(message.bytes()) ? ALIKE : "frame of action " + code;
        } catch (InvalidRequestException e) {
            return NOT_READ;
        }
    }

    private static String difference(String action, JsonNode recorded, JsonNode written) {
        JsonNode before = recorded.path("args");
        JsonNode after = written.path("args");
        List<String> without = before.propertyNames().stream()
                .filter(name -> !after.path(name).equals(before.path(name)))
                .sorted()
                .toList();
        List<String> with = after.propertyNames().stream()
                .filter(name -> !after.path(name).equals(before.path(name)))
                .sorted()
                .toList();
        String difference = (without.isEmpty() ? "" : " without " + without) + (with.isEmpty() ? "" : " with " + with);
        return difference.isEmpty() ? ALIKE : action + difference;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.protocol.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

class SchemalessFrameTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final SchemalessFrame frame = new SchemalessFrame();

    private static SchemalessInsert head(String precision, int ttl, String key) {
        return new SchemalessInsert(7, SchemalessInsert.LINE, precision, "", ttl, key);
    }

    private String written() {
        return StandardCharsets.UTF_8.decode(frame.end()).toString();
    }

    private String dataOf(String... lines) {
        frame.begin(head("ns", 0, ""));
        for (String line : lines) {
            assertThat(frame.add(line, NO_LIMIT)).isTrue();
        }
        return JSON.readTree(written()).get("args").get("data").stringValue();
    }

    /** Requests that have all arguments a client of ours sends, as recorded. */
    static Stream<String> recordedRequests() {
        return Recording.all("schemaless").stream()
                .flatMap(recording -> recording.texts(true).stream())
                .filter(text -> text.startsWith("{\"action\":\"insert\""))
                .filter(text -> {
                    var args = JSON.readTree(text).get("args");
                    return args.has("precision") && args.has("protocol") && !args.has("db");
                });
    }

    @ParameterizedTest
    @MethodSource("recordedRequests")
    void writesRequestsAsTheyWereRecorded(String recorded) {
        SchemalessInsert request = SchemalessInsert.read(recorded);
        frame.begin(new SchemalessInsert(
                request.requestId(),
                request.protocol(),
                request.precision(),
                "",
                request.ttl(),
                request.tableNameKey()));

        for (String line : request.data().split("\n", -1)) {
            assertThat(frame.add(line, NO_LIMIT)).isTrue();
        }

        assertThat(written()).isEqualTo(recorded);
    }

    @Test
    void joinsLinesWithANewline() {
        assertThat(dataOf("a,t=1 v=1", "b,t=1 v=2", "c,t=1 v=3")).isEqualTo("a,t=1 v=1\nb,t=1 v=2\nc,t=1 v=3");
    }

    @Test
    void keepsEmptyLinesBehindTheFirst() {
        assertThat(dataOf("a v=1", "", "b v=1")).isEqualTo("a v=1\n\nb v=1");
        assertThat(dataOf("", "b v=1")).isEqualTo("\nb v=1");
    }

    @Test
    void escapesWhatJsonWantsEscapedAtEveryPlaceOfAWord() {
        for (String special : List.of("\"", "\\", "\n", "\r", "\t", "\b", "\f", "\u0000", "\u001f")) {
            for (int place = 0; place < 20; place++) {
                String line = "x".repeat(place) + special + "y".repeat(20 - place);
                assertThat(dataOf(line)).isEqualTo(line);
            }
        }
    }

    @Test
    void leavesEverythingElseAsItIs() {
        frame.begin(head("ms", 0, ""));

        frame.add("st,t=\u007f c=L\"é涛😀\u2028!#[]^~ \"", NO_LIMIT);

        assertThat(written())
                .isEqualTo("{\"action\":\"insert\",\"args\":{\"req_id\":7,\"protocol\":1,\"precision\":\"ms\","
                        + "\"data\":\"st,t=\u007f c=L\\\"é涛😀\u2028!#[]^~ \\\"\"}}");
    }

    @Test
    void writesTtlAndTableNameKeyBehindTheData() {
        frame.begin(head("", 3, "na\"me"));

        frame.add("tnk,t=1 v=1i64", NO_LIMIT);

        assertThat(written())
                .isEqualTo("{\"action\":\"insert\",\"args\":{\"req_id\":7,\"protocol\":1,\"precision\":\"\","
                        + "\"data\":\"tnk,t=1 v=1i64\",\"ttl\":3,\"table_name_key\":\"na\\\"me\"}}");
    }

    @Test
    void refusesALineThatMakesTheMessageTooLong() {
        frame.begin(head("ns", 0, ""));
        frame.add("a v=1", NO_LIMIT);
        int fits = written().length();

        frame.begin(head("ns", 0, ""));

        assertThat(frame.add("a v=1", fits)).isTrue();
        assertThat(frame.add("", fits)).isFalse();
        assertThat(frame.end().remaining()).isEqualTo(fits);
        frame.begin(head("ns", 0, ""));
        assertThat(frame.add("a v=1", fits - 1)).isFalse();
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(20261123);
        for (int i = 0; i < 2000; i++) {
            String line = random.ints(random.nextInt(60), 0, 0x3000)
                    .map(c -> random.nextInt(3) == 0 ? c : c % 0x80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(dataOf(line)).isEqualTo(line);
        }
    }
}

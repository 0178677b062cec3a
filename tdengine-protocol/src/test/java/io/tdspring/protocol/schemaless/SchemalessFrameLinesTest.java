// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/** Many lines in one message, as a reader of JSON that is not ours sees them. */
class SchemalessFrameLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final SchemalessInsert HEAD = new SchemalessInsert(7, SchemalessInsert.LINE, "ns", "", 3, "");
    private static final int PLACES = 18;

    private final SchemalessFrame frame = new SchemalessFrame();

    private String dataOf(List<String> lines) {
        frame.begin(HEAD);
        for (String line : lines) {
            assertThat(frame.add(line, NO_LIMIT)).isTrue();
        }
        return JSON.readTree(text()).get("args").get("data").stringValue();
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(frame.end()).toString();
    }

    /** What a string of JSON takes with the shortest escapes, and six bytes for other control characters (RFC 8259, 7). */
    private static long bytesOf(String text) {
        return text.codePoints()
                .map(c -> {
                    if (c < ' ') {
                        return c == '\n' || c == '\r' || c == '\t' ? 2 : 6;
                    }
                    return c == '"' || c == '\\' ? 2 : Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
                })
                .sum();
    }

    private static List<String> randomLines(Random random, int specialsOf) {
        return IntStream.range(0, 1 + random.nextInt(150))
                .mapToObj(line -> random.ints(random.nextInt(20) == 0 ? 700 : random.nextInt(90), 0, specialsOf)
                        .map(c -> c < 0x30 ? c : 'a' + c % 26)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
    }

    @Test
    void escapesWhatJsonWantsEscapedAtEveryPlaceOfALineAmongOthers() {
        for (int special : IntStream.concat(IntStream.range(0, ' '), IntStream.of('"', '\\'))
                .toArray()) {
            for (int place = 0; place < PLACES; place++) {
                String line = "x".repeat(place) + (char) special + "y".repeat(PLACES - place);
                List<String> lines = List.of("before,t=1 v=1", "a", line, "behind,t=1 v=2");
                assertThat(dataOf(lines)).isEqualTo(String.join("\n", lines));
            }
        }
    }

    @Test
    void escapesTheLastCharacterOfLinesOfEveryLength() {
        for (int length = 0; length < 600; length++) {
            List<String> lines = List.of("a v=1", "x".repeat(length) + '"');
            assertThat(dataOf(lines)).isEqualTo(String.join("\n", lines));
        }
    }

    @Test
    void keepsCharactersOfEveryLengthInUtf8AtEveryPlace() {
        for (String character : List.of("\u007f", "\u0080", "\u00e9", "\u07ff", "\u0800", "\u6d9b", "\uffff", "😀")) {
            for (int place = 0; place < PLACES; place++) {
                String line = "x".repeat(place) + character + "y".repeat(PLACES - place);
                List<String> lines = List.of("a v=1", line, line + '"', "b v=1", line);
                assertThat(dataOf(lines)).isEqualTo(String.join("\n", lines));
            }
        }
    }

    @Test
    void writesAQuestionMarkForHalfACharacter() {
        assertThat(dataOf(List.of("a\ud83d", "b\ude00c", "\ude00\ud83d"))).isEqualTo("a?\nb?c\n??");
    }

    @Test
    void joinsLinesWhateverIsLongAndWhateverIsEmpty() {
        List<String> lines = new ArrayList<>(Collections.nCopies(5000, ""));
        lines.addAll(Collections.nCopies(300, "st,t=1 v=1i64 1626006833639000000"));
        lines.add("st,t=1 c=\"" + "long ".repeat(20_000) + "\"");
        lines.addAll(Collections.nCopies(300, "st,t=2 v=2i64 1626006833639000000"));

        assertThat(dataOf(lines)).isEqualTo(String.join("\n", lines));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x3000, 0x10_0000})
    void readsBackWhatItWroteWhetherMuchOrLittleIsEscaped(int specialsOf) {
        Random random = new Random(20261123);
        for (int i = 0; i < 200; i++) {
            List<String> lines = randomLines(random, specialsOf);
            assertThat(dataOf(lines)).isEqualTo(String.join("\n", lines));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n", "\r\n", "\n#", "\n\"", "\n\u001f", "\n\u007f", "\n\\", "\né", "\n\ud83d"})
    void escapesNewlinesAtEveryPlaceOfALongText(String between) {
        for (int length = 500; length < 530; length++) {
            for (int place = 0; place < PLACES; place++) {
                String text = "x".repeat(place) + between + "y".repeat(length) + between + "z".repeat(place) + "\n";
                String readable = text.replace('\ud83d', '?');
                assertThat(dataOf(List.of(text, "a v=1", text))).isEqualTo(readable + "\na v=1\n" + readable);
            }
        }
    }

    @Test
    void findsWhatHasToBeEscapedWhereverItIsInALongText() {
        String text = "st,t=1 v=1i64 1626006833639\n".repeat(310);
        for (int place = 0; place < text.length(); place++) {
            String special = text.substring(0, place) + '"' + text.substring(place + 1);
            assertThat(dataOf(List.of(special))).isEqualTo(special);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x100, 0x3000, 0x10_0000})
    void takesALineIfAndOnlyIfItFits(int specialsOf) {
        Random random = new Random(20261123);
        frame.begin(HEAD);
        long withoutData = text().length();
        for (int i = 0; i < 200; i++) {
            int limit = (int) withoutData + random.nextInt(9000);
            List<String> taken = new ArrayList<>();
            frame.begin(HEAD);
            for (String line : randomLines(random, specialsOf)) {
                List<String> more = new ArrayList<>(taken);
                more.add(line);
                boolean fits = withoutData + bytesOf(String.join("\n", more)) <= limit;
                assertThat(frame.add(line, limit)).isEqualTo(fits);
                taken = fits ? more : taken;
            }
            assertThat(JSON.readTree(text()).get("args").get("data").stringValue())
                    .isEqualTo(String.join("\n", taken));
        }
    }
}

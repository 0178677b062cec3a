// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    private static JsonObject read(String json) {
        return JsonObject.read("message", json);
    }

    @Test
    void takesMissingAndNullForZero() {
        JsonObject object = read("{\"text\":null,\"number\":null}");

        assertThat(object.text("text")).isEmpty();
        assertThat(object.textOrNull("text")).isNull();
        assertThat(object.int64("number")).isZero();
        assertThat(object.optionalUnsigned("number")).isEmpty();
        assertThat(object.bool("missing")).isFalse();
        assertThat(object.texts("missing")).isEmpty();
        assertThat(object.object("missing").text("inner")).isEmpty();
        assertThat(object.has("text")).isTrue();
        assertThat(object.isNull("text")).isTrue();
        assertThat(object.has("missing")).isFalse();
    }

    @Test
    void findsNamesInAnyCase() {
        assertThat(read("{\"REQ_ID\":7}").unsigned("req_id")).isEqualTo(7);
    }

    @Test
    void findsNamesWrittenWithEscapes() {
        assertThat(read("{\"\\u0052eq_id\":7,\"other\":8}").unsigned("req_id")).isEqualTo(7);
        assertThat(read("{\"a\\\"b\":7}").unsigned("a\"b")).isEqualTo(7);
    }

    @Test
    void takesTheLastOfAFieldGivenTwice() {
        assertThat(read("{\"a\":1,\"A\":2}").int64("a")).isEqualTo(2);
        assertThat(read("{\"a\":1,\"A\":null}").isNull("a")).isTrue();
    }

    /** What {@code <>&"\} and a smile look like as Go writes them. */
    @Test
    void readsEscapes() {
        assertThat(
                        read("{\"names\":[\"\\u003c\\u003e\\u0026\\\"\\\\\",\"\\ud83d\\ude00\",\"\\b\\f\\n\\r\\t\\/\",\"\"]}")
                                .texts("names"))
                .containsExactly("<>&\"\\", "\ud83d\ude00", "\b\f\n\r\t/", "");
    }

    @Test
    void readsArraysOfManyElements() {
        JsonObject object = read("{\"n\":[ 1, -2 ,3,4,5,6,7,8,9,null],\"one\":[2147483647],\"none\":[],\"null\":null}");

        assertThat(object.int32s("n")).containsExactly(1, -2, 3, 4, 5, 6, 7, 8, 9, 0);
        assertThat(object.int64s("n")).containsExactly(1L, -2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 0L);
        assertThat(object.int32s("one")).containsExactly(2147483647);
        assertThat(object.int32s("none")).isEmpty();
        assertThat(object.int32s("null")).isEmpty();
        assertThat(object.raw("n")).isEqualTo("[ 1, -2 ,3,4,5,6,7,8,9,null]");
    }

    @Test
    void readsObjectsOfManyFields() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"f")
                    .append(i)
                    .append("\":{\"x\":")
                    .append(i)
                    .append('}');
        }
        JsonObject object = read(json.append('}').toString());

        for (int i = 0; i < 100; i++) {
            assertThat(object.object("f" + i).int32("x")).isEqualTo(i);
        }
    }

    @Test
    void keepsAll64BitsOfAnUnsignedNumber() {
        JsonObject object = read("{\"id\":18446744073709551615}");

        assertThat(object.unsigned("id")).isEqualTo(-1);
        assertThat(object.optionalUnsigned("id")).isEqualTo(OptionalLong.of(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "18446744073709551616", "1.5", "1e3", "\"7\"", "true", "[]", "{}"})
    void refusesWhatIsNoUnsignedNumber(String value) {
        JsonObject object = read("{\"id\":" + value + "}");

        assertThatThrownBy(() -> object.unsigned("id"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageStartingWith("message has a id that is no ");
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        JsonObject object = read("{\"wide\":9223372036854775808,\"middle\":2147483648}");

        assertThatThrownBy(() -> object.int64("wide")).hasMessage("message has a wide that is no integer of 64 bits");
        assertThatThrownBy(() -> object.int32("middle"))
                .hasMessage("message has a middle that is no integer of 32 bits");
    }

    @Test
    void refusesAnElementOfAnotherType() {
        JsonObject object = read("{\"topics\":[\"a\",1]}");

        assertThatThrownBy(() -> object.texts("topics")).hasMessage("message has a topics that is no string");
    }

    @Test
    void keepsTheNamesOfAMap() {
        assertThat(read("{\"config\":{\"Fetch.Max\":\"1\"}}").textMap("config")).isEqualTo(Map.of("Fetch.Max", "1"));
    }

    @Test
    void takesNullForAnObjectWithoutFields() {
        assertThat(read("null").has("action")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "junk",
                "[]",
                "1",
                "\"a\"",
                "{",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":nul}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":[1,]}",
                "{\"a\":[1}}",
                "{a:1}"
            })
    void refusesWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(TdengineProtocolException.class);
    }

    @Test
    void showsNothingOfATextThatItRefuses() {
        assertThatThrownBy(() -> read("{\"password\":secret}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageStartingWith("message is no JSON from character ")
                .hasNoCause();
    }

    @Test
    void refusesObjectsNestedWithoutEnd() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(TdengineProtocolException.class);
    }

    @Test
    void readsASqlTextOfManyMegabytes() {
        String sql = "x".repeat(30 << 20);

        assertThat(read("{\"sql\":\"" + sql + "\"}").text("sql")).hasSize(sql.length());
    }

    /** Bytes as rest/control-characters was recorded. */
    @Test
    void escapesControlCharactersAndNothingElse() {
        String json = JsonWriter.write(out -> out.text("x", "a\u0001b\u001f\"\\/<>&é"));

        assertThat(json).isEqualTo("{\"x\":\"a\\u0001b\\u001f\\\"\\\\/<>&é\"}");
    }
}

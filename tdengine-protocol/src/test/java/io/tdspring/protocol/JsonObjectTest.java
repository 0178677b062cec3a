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
    void takesTheLastOfAFieldGivenTwice() {
        assertThat(read("{\"a\":1,\"A\":2}").int64("a")).isEqualTo(2);
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
                "{\"a\":1,}"
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

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesAllForms() {
        String json = JsonWriter.write(out -> out.text("a", "x")
                .text("b", null)
                .number("c", -1)
                .unsigned("d", -1)
                .bool("e", true)
                .object("f", inner -> inner.number("x", 1).number("y", 2))
                .object("g", inner -> {})
                .objects("h", List.of(1, 2), (each, element) -> element.number("n", each))
                .numbers("i", List.of(1, 2))
                .numbers("j", null)
                .texts("k", List.of())
                .raw("l", "[1]")
                .number("m", (Number) 1.5)
                .number("n", (Number) Double.NaN));

        assertThat(json)
                .isEqualTo("{\"a\":\"x\",\"b\":null,\"c\":-1,\"d\":18446744073709551615,\"e\":true,"
                        + "\"f\":{\"x\":1,\"y\":2},\"g\":{},\"h\":[{\"n\":1},{\"n\":2}],\"i\":[1,2],\"j\":null,"
                        + "\"k\":[],\"l\":[1],\"m\":1.5,\"n\":null}");
    }

    /** Go's {@code encoding/json} escapes these three wherever it writes; RFC 8259 demands the others. */
    @Test
    void escapesTheCharactersOfHtmlInArraysOfTexts() {
        String json = JsonWriter.write(out -> out.text("a", "<&>").texts("b", List.of("<&>é", "\"\\\b\f\n\r\t\u0001")));

        assertThat(json)
                .isEqualTo("{\"a\":\"<&>\",\"b\":[\"\\u003c\\u0026\\u003eé\",\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"]}");
    }

    @Test
    void writesNamesThatNeedEscapes() {
        assertThat(JsonWriter.write(out -> out.number("a\"b\\", 1))).isEqualTo("{\"a\\\"b\\\\\":1}");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Our parser of JSON against Jackson's: both refuse the same texts, and find the same in the others. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonFuzzTest {

    private static final JsonFactory JACKSON = new JsonFactory();

    private static final List<String> FORMS = List.of(
            "{\"a\":-0,\"b\":9223372036854775807,\"c\":18446744073709551615,\"d\":-9223372036854775808,\"e\":1e5,\"f\":-1.50E-7}",
            "{\"text\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\u4e2d\",\"Text\":\"\",\"n\\u0061me\":\"\\u0000\"}",
            " { \"list\" : [ 1 , [ ] , { } , [ null , true , false , \"x\" ] ] ,\t\"inner\" : { \"a\" : { } }\r\n } ",
            "{}",
            "null");

    private final TestReporter reporter;

    JsonFuzzTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    @Test
    void agreesWithAnotherParser() {
        List<byte[]> texts = new ArrayList<>(Corpus.texts(false, false, "binary_query"));
        texts.addAll(Corpus.texts(true, true, "subscribe"));
        FORMS.forEach(each -> texts.add(each.getBytes(StandardCharsets.UTF_8)));

        Fuzz.Outcome outcome = new Fuzz<>(
                        "JSON",
                        texts,
                        JsonFuzzTest::compared,
                        object -> assertThat(object).isNotNull())
                .run(1);

        reporter.publishEntry("JSON", outcome.toString());
        assertThat(outcome.refused()).isBetween(1, outcome.cases() - 1);
    }

    private static JsonObject compared(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Map<String, Object> expected;
        try {
            expected = parsed(text);
        } catch (JacksonException | TdengineProtocolException e) {
            assertThatThrownBy(() -> JsonObject.read("message", text)).isInstanceOf(TdengineProtocolException.class);
            throw new TdengineProtocolException("refused by both");
        }
        JsonObject object = JsonObject.read("message", text);
        expected.forEach((name, value) -> compare(object, name, value));
        return object;
    }

    private static void compare(JsonObject object, String name, Object value) {
        assertThat(object.has(name)).isTrue();
        assertThat(object.isNull(name)).isEqualTo(value == JsonToken.VALUE_NULL);
        if (value instanceof String text) {
            assertThat(object.text(name)).isEqualTo(text);
        } else if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
            assertThat(object.int64(name)).isEqualTo(number.longValue());
        } else if (value instanceof BigInteger number && number.signum() > 0 && number.bitLength() == Long.SIZE) {
            assertThat(object.unsigned(name)).isEqualTo(number.longValue());
        } else if (value instanceof Boolean bool) {
            assertThat(object.bool(name)).isEqualTo(bool);
        } else if (value == JsonToken.START_ARRAY) {
            assertThat(object.raw(name)).startsWith("[").endsWith("]");
        } else if (value == JsonToken.START_OBJECT) {
            assertThat(object.object(name)).isNotNull();
        } else if (value != JsonToken.VALUE_NULL) {
            assertThatThrownBy(() -> object.int64(name)).isInstanceOf(TdengineProtocolException.class);
        }
    }

    /** The fields of the object that the text is; of arrays and objects in it their kind only. */
    private static Map<String, Object> parsed(String text) {
        Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = in.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
                throw new TdengineProtocolException("no object");
            }
            while (first == JsonToken.START_OBJECT && in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                JsonToken kind = in.nextToken();
                fields.put(name, value(in, kind));
                in.skipChildren();
            }
            if (in.nextToken() != null) {
                throw new TdengineProtocolException("more than an object");
            }
        }
        return fields;
    }

    private static Object value(JsonParser in, JsonToken kind) {
        return switch (kind) {
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> kind;
        };
    }
}

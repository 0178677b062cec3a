// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A string, number or boolean in JSON, or an object that holds one as {@code value} and tells its {@code type}.
 *
 * @param text as it was written
 * @param type in lower case, or null if it is not told
 */
record JsonScalar(JsonToken token, String text, @Nullable String type) {

    private static final int OUT_OF_RANGE = 0x0203;

    /** Reads what the parser stands at. */
    static JsonScalar read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return plain(in);
        }
        JsonScalar value = null;
        String type = null;
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("value") && value == null) {
                value = plain(in);
            } else if (name.equals("type") && type == null && in.currentToken() == JsonToken.VALUE_STRING) {
                type = in.getString().toLowerCase(Locale.ROOT);
            } else {
                throw JsonProtocol.malformed();
            }
        }
        if (value == null || type == null) {
            throw JsonProtocol.malformed();
        }
        return new JsonScalar(value.token(), value.text(), type);
    }

    private static JsonScalar plain(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new JsonScalar(in.currentToken(), in.getString(), null);
            default -> throw JsonProtocol.malformed();
        };
    }

    private boolean isNumber() {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** As a timestamp, whose digits tell its unit if its type does not. */
    long timestamp(Precision precision) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw JsonProtocol.malformed();
        }
        boolean readable = type == null ? TimestampUnit.isOpenTsdb(text) : TimestampUnit.isNumber(text);
        if (!readable) {
            throw new SqlException(0x0127, "SML JSON parse timestamp failed");
        }
        return unit().read(text, precision);
    }

    private TimestampUnit unit() {
        if (type == null) {
            return TimestampUnit.ofOpenTsdb(text);
        }
        return switch (type) {
            case "s" -> TimestampUnit.SECOND;
            case "ms" -> TimestampUnit.MILLISECOND;
            case "us" -> TimestampUnit.MICROSECOND;
            case "ns" -> TimestampUnit.NANOSECOND;
            default -> throw JsonProtocol.malformed();
        };
    }

    /** As the value of a tag or of the point: without a type a string is NCHAR and a number DOUBLE. */
    Value value() {
        if (type == null) {
            return switch (token) {
                case VALUE_STRING -> Value.nchar(text);
                case VALUE_TRUE, VALUE_FALSE -> bool();
                default -> fraction(DataType.DOUBLE);
            };
        }
        return switch (type) {
            case "bool" -> bool();
            case "tinyint", "i8" -> integer(DataType.TINYINT);
            case "smallint", "i16" -> integer(DataType.SMALLINT);
            case "int", "i32" -> integer(DataType.INT);
            case "bigint", "i64" -> integer(DataType.BIGINT);
            case "float", "f32" -> fraction(DataType.FLOAT);
            case "double", "f64" -> fraction(DataType.DOUBLE);
            case "binary", "varchar" -> Value.varchar(string());
            case "nchar" -> Value.nchar(string());
            default -> throw JsonProtocol.malformed();
        };
    }

    private Value bool() {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw JsonProtocol.malformed();
        }
        return Value.of(DataType.BOOL, token == JsonToken.VALUE_TRUE);
    }

    private Value integer(DataType integer) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw JsonProtocol.malformed();
        }
        NumberSuffix kind = NumberSuffix.of(integer);
        BigInteger number = new BigInteger(text);
        if (!kind.isInRange(number)) {
            throw new SqlException(OUT_OF_RANGE, kind.outOfRange());
        }
        return kind.value(number);
    }

    private Value fraction(DataType fraction) {
        if (!isNumber()) {
            throw JsonProtocol.malformed();
        }
        Value number = FieldReader.fraction(fraction, text);
        if (number == null) {
            throw new SqlException(OUT_OF_RANGE, FieldReader.outOfRange(fraction));
        }
        return number;
    }

    private String string() {
        if (token != JsonToken.VALUE_STRING) {
            throw JsonProtocol.malformed();
        }
        return text;
    }
}

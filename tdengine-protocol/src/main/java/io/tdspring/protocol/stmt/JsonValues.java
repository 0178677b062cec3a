// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.ws.InvalidRequestException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads values in JSON as those of a statement's fields: numbers, booleans and texts as they are, bytes as hex, timestamps
 * as numbers in the database's unit or by RFC 3339.
 *
 * <p>What cannot be read is an {@link InvalidRequestException} with the real server's answer. Confined to one thread.
 */
public final class JsonValues {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonPlace place;
    private final JsonParser in;
    private final List<StatementField> fields;

    private JsonValues(JsonPlace place, JsonParser in, List<StatementField> fields) {
        this.place = place;
        this.in = in;
        this.fields = fields;
    }

    /** Reads an array with a value for each tag. */
    public static List<BoundValues> readTags(String json, List<StatementField> fields) {
        return read(new JsonPlace("tag", json), fields, JsonValues::tags);
    }

    /** Reads an array with an array for each column, all of the same length; the last columns may be missing. */
    public static List<BoundValues> readColumns(String json, List<StatementField> fields) {
        return read(new JsonPlace("column", json), fields, JsonValues::columns);
    }

    private interface Reading {

        List<BoundValues> from(JsonValues values);
    }

    private static List<BoundValues> read(JsonPlace place, List<StatementField> fields, Reading reading) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), place.json())) {
            in.nextToken();
            return reading.from(new JsonValues(place, in, fields));
        } catch (JacksonException e) {
            throw place.invalid("it is no JSON", 0);
        }
    }

    private List<BoundValues> tags() {
        List<BoundValues> tags = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            BoundValuesWriter writer = writer(tags.size());
            addValue(fields.get(tags.size()), writer);
            tags.add(writer.finish());
        }
        return tags;
    }

    private List<BoundValues> columns() {
        List<BoundValues> columns = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            BoundValuesWriter writer = writer(columns.size());
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw wrong("a column that is no array");
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                addValue(fields.get(columns.size()), writer);
            }
            columns.add(writer.finish());
            requireRows(columns);
        }
        return columns;
    }

    private void requireRows(List<BoundValues> columns) {
        int wanted = columns.get(0).rows();
        int got = columns.get(columns.size() - 1).rows();
        if (wanted != got) {
            int end = (int) in.currentLocation().getCharOffset();
            throw place.invalid("wrong row length: want " + wanted + " rows got " + got, end + 1);
        }
    }

    private BoundValuesWriter writer(int field) {
        if (field >= fields.size()) {
            throw wrong("more values than fields");
        }
        return new BoundValuesWriter(fields.get(field).type());
    }

    private void addValue(StatementField field, BoundValuesWriter out) {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            out.addNull();
            return;
        }
        switch (field.type()) {
            case BOOL -> out.addLong(bool() ? 1 : 0);
            case FLOAT -> out.addFloat((float) fraction());
            case DOUBLE -> out.addDouble(fraction());
            case VARCHAR, NCHAR, JSON -> out.addText(text());
            case VARBINARY, GEOMETRY -> out.addBytes(bytes());
            case TIMESTAMP -> out.addLong(timestamp(field));
            default -> out.addFixed(integer(field.type()));
        }
    }

    private boolean bool() {
        if (in.currentToken() != JsonToken.VALUE_TRUE && in.currentToken() != JsonToken.VALUE_FALSE) {
            throw wrong("expect true or false");
        }
        return in.currentToken() == JsonToken.VALUE_TRUE;
    }

    private double fraction() {
        if (!in.currentToken().isNumeric()) {
            throw wrong("expect a number");
        }
        return in.getDoubleValue();
    }

    private String text() {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("expect a string");
        }
        return in.getString();
    }

    private byte[] bytes() {
        try {
            return HexFormat.of().parseHex(text());
        } catch (IllegalArgumentException e) {
            throw wrong("expect hex");
        }
    }

    private long timestamp(StatementField field) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return integer(DataType.TIMESTAMP).longValue();
        }
        try {
            return Precision.of(field.precision())
                    .fromInstant(OffsetDateTime.parse(in.getString()).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong("expect a time by RFC 3339");
        }
    }

    private BigInteger integer(DataType type) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            // U+FFFD, as the server writes the byte that is no character.
            throw wrong((type.width() < Long.BYTES ? "readUint32" : "readUint64") + ": unexpected character: \ufffd");
        }
        BigInteger value = in.getBigIntegerValue();
        boolean fits = isUnsigned(type)
                ? value.signum() >= 0 && value.bitLength() <= type.width() * Byte.SIZE
                : value.bitLength() < type.width() * Byte.SIZE;
        if (!fits) {
            throw wrong("a number that is too large");
        }
        return value;
    }

    private static boolean isUnsigned(DataType type) {
        return switch (type) {
            case UTINYINT, USMALLINT, UINT, UBIGINT -> true;
            default -> false;
        };
    }

    /** At the value that is read now, of which the server has seen the first character. */
    private InvalidRequestException wrong(String what) {
        return place.invalid(what, (int) in.currentTokenLocation().getCharOffset() + 1);
    }
}

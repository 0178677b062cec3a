// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineOperationalException;
import io.tdspring.error.TdengineProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;

/** Reads a {@link RawAnswer} from front to back. Confined to one thread. */
final class RawAnswerReader {

    private final JsonParser parser;
    private final long requestId;
    private int code;
    private boolean hasCode;
    private String message = "";
    private final List<RawColumn> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> data = new ArrayList<>();
    private long rows;

    RawAnswerReader(InputStream body, long requestId) {
        // Replaces what is not UTF-8, which a VARCHAR may hold.
        this.parser = AnswerDocument.JSON.createParser(
                ObjectReadContext.empty(), new InputStreamReader(body, StandardCharsets.UTF_8));
        this.requestId = requestId;
    }

    RawAnswer read() throws IOException {
        try {
            readDocument();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // Not kept as the cause: its message quotes the document.
            throw new TdengineProtocolException("REST answer is no JSON, or breaks off as it does at a NaN");
        }
        return new RawAnswer(code, message, columns, data, rows);
    }

    private void readDocument() {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.VALUE_STRING) {
            throw new TdengineOperationalException(ErrorCodes.ADAPTER, parser.getString(), requestId, null);
        }
        expect(first == JsonToken.START_OBJECT, "is no JSON object");
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            readField(name);
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT, "breaks off");
        expect(hasCode, "has no code");
    }

    private void readField(String name) {
        switch (name) {
            case "code" -> {
                hasCode = true;
                code = (int) integer();
            }
            case "desc" -> message = text();
            case "column_meta" -> elements("column_meta", () -> columns.add(column()));
            case "data" -> elements("data", () -> data.add(row()));
            case "rows" -> rows = integer();
            default -> parser.skipChildren();
        }
    }

    private void elements(String name, Runnable element) {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "has a " + name + " that is no array");
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            element.run();
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY, "has a " + name + " that is no array of arrays");
    }

    private RawColumn column() {
        parser.nextToken();
        String name = text();
        parser.nextToken();
        String type = text();
        parser.nextToken();
        int length = (int) integer();
        expect(parser.nextToken() == JsonToken.END_ARRAY, "has a column that is not three values");
        return new RawColumn(name, type, length);
    }

    private List<@Nullable Object> row() {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            row.add(cell(token));
        }
        return Collections.unmodifiableList(row);
    }

    private @Nullable Object cell(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_STRING -> parser.getString();
            default -> new String(JsonFragment.read(parser), StandardCharsets.UTF_8);
        };
    }

    private Number wholeNumber() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    private long integer() {
        expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "has a text where a number is due");
        return parser.getLongValue();
    }

    private String text() {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, "has no text where one is due");
        return parser.getString();
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new TdengineProtocolException("REST answer " + otherwise);
        }
    }
}

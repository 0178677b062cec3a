// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Column;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineOperationalException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.block.BlockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of an answer, from front to back: first the head, then the rows one by one, and the tail with the last row.
 * Confined to one thread.
 */
final class AnswerDocument implements AutoCloseable {

    private static final int MAX_TEXT = 256 << 20;
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_TEXT).build())
            .build();

    private final Reader characters;
    private final JsonParser parser;
    private long rows;
    private boolean ended;

    AnswerDocument(InputStream body) {
        // Replaces what is not UTF-8, which a VARCHAR may hold; Jackson's own decoder would refuse the document.
        this.characters = new InputStreamReader(body, StandardCharsets.UTF_8);
        this.parser = JSON.createParser(ObjectReadContext.empty(), characters);
    }

    /** Reads up to the first row. */
    List<Column> readHead(long requestId) throws IOException {
        return guarded(() -> {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new TdengineProtocolException(
                        "REST answer is empty, as it is when the first rows hold a NaN or an infinity");
            }
            if (token == JsonToken.VALUE_STRING) {
                throw new TdengineOperationalException(ErrorCodes.ADAPTER, parser.getString(), requestId, null);
            }
            expect(token == JsonToken.START_OBJECT, "is no JSON object");
            return fields(requestId);
        });
    }

    private List<Column> fields(long requestId) {
        int code = 0;
        String description = "";
        List<Column> columns = List.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "code" -> code = integer(value, name);
                case "desc" -> description = text(value, name);
                case "column_meta" -> columns = columns(value);
                case "data" -> {
                    expect(value == JsonToken.START_ARRAY && code == 0, "has rows that are no array");
                    expect(!columns.isEmpty(), "has rows without columns");
                    return columns;
                }
                default -> parser.skipChildren();
            }
        }
        throw code == 0 ? malformed("has no rows") : ErrorCodes.toException(Call.QUERY, code, description, requestId);
    }

    private List<Column> columns(JsonToken start) {
        expect(start == JsonToken.START_ARRAY, "has a column_meta that is no array");
        List<Column> columns = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            String name = text(parser.nextToken(), "column name");
            String type = text(parser.nextToken(), "column type");
            int length = integer(parser.nextToken(), "column length");
            expect(parser.nextToken() == JsonToken.END_ARRAY, "has a column that is not three values");
            columns.add(ColumnMeta.read(name, type, length));
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY, "has a column that is no array");
        return List.copyOf(columns);
    }

    /** Reads a row, or after the last one the tail, and returns whether there was one. */
    boolean readRow(BlockWriter to, CellReader cells) throws IOException {
        return !ended && guarded(() -> row(to, cells));
    }

    private boolean row(BlockWriter to, CellReader cells) {
        JsonToken start = parser.nextToken();
        if (start == JsonToken.END_ARRAY) {
            readTail();
            ended = true;
            return false;
        }
        expect(start == JsonToken.START_ARRAY || start == JsonToken.START_OBJECT, "has a row that is no array");
        for (int column = 0; column < to.columns().size(); column++) {
            if (start == JsonToken.START_OBJECT) {
                expect(parser.nextToken() == JsonToken.PROPERTY_NAME, "has a row with too few values");
            }
            expect(!parser.nextToken().isStructEnd(), "has a row with too few values");
            cells.read(parser, to.column(column));
        }
        expect(parser.nextToken().isStructEnd(), "has a row with too many values");
        rows++;
        return true;
    }

    private void readTail() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("rows")) {
                expect(parser.getLongValue() == rows, "has another number of rows than it says");
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.nextToken() == null, "has something behind its JSON object");
    }

    private int integer(JsonToken value, String name) {
        expect(value == JsonToken.VALUE_NUMBER_INT, "has a " + name + " that is no integer");
        return parser.getIntValue();
    }

    private String text(JsonToken value, String name) {
        expect(value == JsonToken.VALUE_STRING, "has a " + name + " that is no string");
        return parser.getString();
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw malformed(otherwise);
        }
    }

    private static TdengineException malformed(String how) {
        return new TdengineProtocolException("REST answer " + how);
    }

    /** Jackson's exceptions are not kept as causes: their messages quote the document. */
    private static <T> T guarded(Supplier<T> step) throws IOException {
        try {
            return step.get();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (UnexpectedEndOfInputException e) {
            throw new TdengineProtocolException("REST answer breaks off, as it does at a NaN or an infinity");
        } catch (JacksonException e) {
            throw new TdengineProtocolException("REST answer is no JSON");
        } catch (TdConversionException e) {
            throw new TdengineProtocolException("REST answer has a wrong value: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
        characters.close();
    }
}

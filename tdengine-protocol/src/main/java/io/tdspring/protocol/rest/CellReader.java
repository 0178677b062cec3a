// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.block.ColumnWriter;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a cell that {@link CellWriter} could have written. Confined to one thread. */
final class CellReader {

    private static final int MAX_DECIMAL_TEXT = 64;

    private final TimestampParser timestamps;

    /**
     * @param zone in which timestamps are written, as far as it is known
     */
    CellReader(@Nullable ZoneId zone) {
        this.timestamps = new TimestampParser(zone);
    }

    /** The unit of the timestamps read so far; milliseconds if there were none. */
    Precision precision() {
        Precision known = timestamps.precision();
        return known == null ? Precision.MILLISECOND : known;
    }

    /** Reads the value at the parser's current token. */
    void read(JsonParser parser, ColumnWriter to) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            to.addNull();
            return;
        }
        switch (to.column().type()) {
            case BOOL -> to.addLong(bool(parser, to.column()) ? 1 : 0);
            case UBIGINT -> to.add(integer(parser, to.column()).getBigIntegerValue());
            // By way of the text, which keeps a minus zero and does not round a FLOAT twice.
            case FLOAT -> to.addFloat(Float.parseFloat(number(parser, to.column())));
            case DOUBLE -> to.addDouble(Double.parseDouble(number(parser, to.column())));
            case VARCHAR, NCHAR -> to.addText(string(parser, to.column()));
            case TIMESTAMP -> to.addLong(timestamps.parse(string(parser, to.column())));
            case VARBINARY, GEOMETRY, BLOB -> to.addBytes(hex(parser, to.column()));
            case DECIMAL, DECIMAL64 -> to.addDecimal(decimal(parser, to.column()));
            case JSON -> to.addBytes(JsonFragment.read(parser));
            default -> to.addLong(integer(parser, to.column()).getLongValue());
        }
    }

    private static boolean bool(JsonParser parser, Column column) {
        if (!parser.currentToken().isBoolean()) {
            throw unexpected(column, "true or false");
        }
        return parser.getBooleanValue();
    }

    private static JsonParser integer(JsonParser parser, Column column) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected(column, "an integer");
        }
        return parser;
    }

    private static String number(JsonParser parser, Column column) {
        if (!parser.currentToken().isNumeric()) {
            throw unexpected(column, "a number");
        }
        return parser.getString();
    }

    private static String string(JsonParser parser, Column column) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(column, "a string");
        }
        return parser.getString();
    }

    private static byte[] hex(JsonParser parser, Column column) {
        try {
            return HexFormat.of().parseHex(string(parser, column));
        } catch (IllegalArgumentException e) {
            throw unexpected(column, "hexadecimal digits");
        }
    }

    private static BigDecimal decimal(JsonParser parser, Column column) {
        String text = string(parser, column);
        if (text.length() > MAX_DECIMAL_TEXT) {
            throw unexpected(column, "a decimal number");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw unexpected(column, "a decimal number");
        }
    }

    private static TdengineProtocolException unexpected(Column column, String expected) {
        return new TdengineProtocolException("REST answer has, in column " + column.name() + " of type "
                + column.type().typeName() + ", a value that is not " + expected);
    }
}

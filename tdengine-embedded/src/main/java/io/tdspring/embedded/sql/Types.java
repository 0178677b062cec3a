// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import io.tdspring.data.DataType;
import org.jspecify.annotations.Nullable;

/** Reads data types. */
final class Types {

    private static final int MAXIMUM_PRECISION = 38;
    private static final int PRECISION_OF_64_BITS = 18;

    private Types() {}

    /** A type in CREATE TABLE: those of variable length must say how long. */
    static TypeDefinition ofColumn(TokenStream tokens) {
        TypeDefinition type = read(tokens, Length.REQUIRED);
        if (type.type().isDecimal()) {
            checkDigits(type.precision(), type.scale());
        }
        return type;
    }

    /** A type in CAST: text types may leave their length out, which is 0 then. */
    static TypeDefinition ofCast(TokenStream tokens) {
        return read(tokens, Length.OPTIONAL);
    }

    private enum Length {
        REQUIRED,
        OPTIONAL
    }

    private static TypeDefinition read(TokenStream tokens, Length length) {
        if (!tokens.at(TokenKind.WORD)) {
            throw tokens.unexpected();
        }
        DataType type = named(tokens.text());
        if (type == null) {
            throw tokens.unexpected();
        }
        tokens.advance();
        return switch (type) {
            case VARCHAR, NCHAR, VARBINARY -> withLength(type, tokens, length);
            case GEOMETRY -> withLength(type, tokens, Length.REQUIRED);
            case DECIMAL -> decimal(tokens);
            case TINYINT, SMALLINT, INT, BIGINT -> integer(type, tokens);
            default -> new TypeDefinition(type, type.width(), 0, 0);
        };
    }

    private static @Nullable DataType named(String word) {
        return switch (word) {
            case "bool" -> DataType.BOOL;
            case "tinyint" -> DataType.TINYINT;
            case "smallint" -> DataType.SMALLINT;
            case "int", "integer" -> DataType.INT;
            case "bigint" -> DataType.BIGINT;
            case "float" -> DataType.FLOAT;
            case "double" -> DataType.DOUBLE;
            case "timestamp" -> DataType.TIMESTAMP;
            case "varchar", "binary" -> DataType.VARCHAR;
            case "nchar" -> DataType.NCHAR;
            case "varbinary" -> DataType.VARBINARY;
            case "geometry" -> DataType.GEOMETRY;
            case "json" -> DataType.JSON;
            case "blob" -> DataType.BLOB;
            case "decimal" -> DataType.DECIMAL;
            default -> null;
        };
    }

    private static TypeDefinition integer(DataType signed, TokenStream tokens) {
        if (!tokens.accept("unsigned")) {
            return new TypeDefinition(signed, signed.width(), 0, 0);
        }
        DataType type = switch (signed) {
            case TINYINT -> DataType.UTINYINT;
            case SMALLINT -> DataType.USMALLINT;
            case INT -> DataType.UINT;
            default -> DataType.UBIGINT;
        };
        return new TypeDefinition(type, type.width(), 0, 0);
    }

    private static TypeDefinition withLength(DataType type, TokenStream tokens, Length length) {
        if (length == Length.OPTIONAL && !tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            return new TypeDefinition(type, 0, 0, 0);
        }
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        int characters = small(tokens.expectInteger());
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        if (characters == 0 && length == Length.OPTIONAL) {
            throw new SqlException(0x2800, "CAST function converted length should be in range (0, 65517] bytes");
        }
        return new TypeDefinition(type, characters, 0, 0);
    }

    private static TypeDefinition decimal(TokenStream tokens) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        int precision = small(tokens.expectInteger());
        int scale = tokens.accept(TokenKind.COMMA) ? small(tokens.expectInteger()) : 0;
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        DataType type = precision <= PRECISION_OF_64_BITS ? DataType.DECIMAL64 : DataType.DECIMAL;
        return new TypeDefinition(type, type.width(), precision, scale);
    }

    private static void checkDigits(int precision, int scale) {
        if (precision < 1 || precision > MAXIMUM_PRECISION || scale > precision) {
            throw new SqlException(
                    0x2602,
                    "Invalid column type DECIMAL(" + precision + "," + scale + ") , invalid precision or scale");
        }
    }

    /** Numbers that don't fit are too large for any length, too. */
    private static int small(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}

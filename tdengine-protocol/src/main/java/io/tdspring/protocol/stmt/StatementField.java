// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/**
 * What a placeholder of an INSERT stands for.
 *
 * @param precision of a TIMESTAMP the code of its unit, else 0, for DECIMAL too
 * @param scale 0, for DECIMAL too
 * @param bytes the width of a value, with the length that precedes one of no fixed width
 */
public record StatementField(String name, DataType type, int precision, int scale, int bytes, Role role) {

    /** What is bound at this place. */
    public enum Role {
        COLUMN(1),
        TAG(2),
        QUERY_PARAMETER(3),
        TABLE_NAME(4);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        /** The code on the wire. */
        public int code() {
            return code;
        }

        private static Role of(int code) {
            for (Role role : values()) {
                if (role.code == code) {
                    return role;
                }
            }
            throw new TdengineProtocolException("a statement's field has the unknown bind_type " + code);
        }
    }

    void writeTo(JsonWriter out) {
        writeWithoutRole(out);
        out.number("bind_type", role.code());
    }

    /** As the older interface has it. */
    void writeWithoutRole(JsonWriter out) {
        out.text("name", name)
                .number("field_type", type.code())
                .number("precision", precision)
                .number("scale", scale)
                .number("bytes", bytes);
    }

    static StatementField read(JsonObject field) {
        return read(field, Role.of(field.int32("bind_type")));
    }

    static StatementField read(JsonObject field, Role role) {
        return new StatementField(
                field.text("name"),
                type(field.int32("field_type")),
                field.int32("precision"),
                field.int32("scale"),
                field.int32("bytes"),
                role);
    }

    private static DataType type(int code) {
        try {
            return DataType.of(code);
        } catch (IllegalArgumentException e) {
            throw new TdengineProtocolException("a statement's field has the unknown type " + code, e);
        }
    }
}

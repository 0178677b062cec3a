// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Functions of the bytes that a text is made of. */
final class CodeFunctions {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;
    private static final int BYTES_OF_A_NUMBER = 4;
    private static final int LAST_ASCII = 0x7f;
    private static final Charset WIDE = Charset.forName("UTF-32LE");

    private CodeFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("ascii", CodeFunctions::ascii);
        functions.put("char", CodeFunctions::character);
        functions.put("crc32", CodeFunctions::checksum);
    }

    private static Evaluator ascii(ScalarCall call) {
        call.requireCount(1, 1);
        if (!call.isNull(0)) {
            call.requireTypes(NumberTypes::isString);
        }
        boolean wide = call.type(0) == DataType.NCHAR;
        return call.computed(DataType.UTINYINT, values -> {
            String text = (String) values[0];
            if (wide && !text.isEmpty() && text.charAt(0) > LAST_ASCII) {
                throw call.notSupported("of such an NCHAR");
            }
            return text.isEmpty() ? 0L : text.getBytes(StandardCharsets.UTF_8)[0] & 0xffL;
        });
    }

    /** Each number gives its bytes, the high ones first; a NULL gives none. */
    private static Evaluator character(ScalarCall call) {
        call.requireCount(1, ANY_NUMBER);
        for (int i = 0; i < call.count(); i++) {
            if (!call.isNull(i)) {
                call.requireType(i, type -> NumberTypes.isNumber(type) || NumberTypes.isString(type));
            }
        }
        Column type = Column.of("", DataType.VARCHAR, call.count() * BYTES_OF_A_NUMBER);
        List<Evaluator> arguments = call.arguments();
        return Computed.value(type, frame -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Evaluator argument : arguments) {
                addTo(bytes, argument.value(frame));
            }
            return text(bytes.toByteArray());
        });
    }

    private static void addTo(ByteArrayOutputStream bytes, @Nullable Object value) {
        if (value == null) {
            return;
        }
        int number = (int) NumberTypes.toLong(value);
        int shift = (BYTES_OF_A_NUMBER - 1) * Byte.SIZE;
        while (shift > 0 && number >>> shift == 0) {
            shift -= Byte.SIZE;
        }
        for (; shift >= 0; shift -= Byte.SIZE) {
            bytes.write(number >>> shift);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw SqlException.notSupported("CHAR with bytes that are no text");
        }
    }

    /** Numbers count as they are written. */
    private static Evaluator checksum(ScalarCall call) {
        call.requireCount(1, 1);
        DataType type = call.type(0);
        if (!NumberTypes.isString(type) && !type.isInteger()) {
            throw call.notSupported("of " + type.typeName());
        }
        Charset charset = type == DataType.NCHAR ? WIDE : StandardCharsets.UTF_8;
        return call.computed(DataType.UINT, values -> {
            CRC32 checksum = new CRC32();
            checksum.update(values[0].toString().getBytes(charset));
            return checksum.getValue();
        });
    }
}

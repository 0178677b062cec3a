// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions of text. Letters other than those of ASCII have no case. */
final class TextFunctions {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;
    static final int HEADER_BYTES = 2;
    private static final int NCHAR_BYTES = 4;
    private static final int MOST_BYTES = 65_519;
    private static final int MD5_LENGTH = 32;

    private TextFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("lower", call -> mapped(call, text -> shifted(text, 'A', 'Z', 'a' - 'A')));
        functions.put("upper", call -> mapped(call, text -> shifted(text, 'a', 'z', 'A' - 'a')));
        functions.put("length", TextFunctions::length);
        functions.put("char_length", TextFunctions::charLength);
        functions.put("concat", TextFunctions::concat);
        functions.put("concat_ws", TextFunctions::concatWithSeparator);
        functions.put("md5", TextFunctions::md5);
        functions.put("repeat", TextFunctions::repeat);
        CodeFunctions.addTo(functions);
        SubstringFunctions.addTo(functions);
        TrimFunctions.addTo(functions);
    }

    private static Evaluator mapped(ScalarCall call, UnaryOperator<String> formula) {
        call.requireCount(1, 1);
        call.requireTypes(NumberTypes::isString);
        return call.computed(call.argument(0).type(), values -> formula.apply((String) values[0]));
    }

    private static String shifted(String text, char first, char last, int distance) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            if (c >= first && c <= last) {
                result.setCharAt(i, (char) (c + distance));
            }
        }
        return result.toString();
    }

    private static Evaluator length(ScalarCall call) {
        if (call.count() == 1 && (call.type(0) == DataType.VARBINARY || call.type(0) == DataType.BLOB)) {
            return call.computed(DataType.BIGINT, values -> (long) ((byte[]) values[0]).length);
        }
        boolean wide = measured(call) == DataType.NCHAR;
        return call.computed(DataType.BIGINT, values -> {
            String text = (String) values[0];
            return wide ? characters(text) * NCHAR_BYTES : (long) text.getBytes(StandardCharsets.UTF_8).length;
        });
    }

    private static Evaluator charLength(ScalarCall call) {
        measured(call);
        return call.computed(DataType.BIGINT, values -> characters((String) values[0]));
    }

    private static DataType measured(ScalarCall call) {
        call.requireCount(1, 1);
        if (!call.isNull(0)) {
            call.requireType(0, NumberTypes::isString);
        }
        return call.type(0);
    }

    static long characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Evaluator concat(ScalarCall call) {
        call.requireCount(2, ANY_NUMBER);
        requireTexts(call);
        long bytes = call.arguments().stream()
                .mapToLong(argument -> bytes(argument, isWide(call)))
                .sum();
        return call.computed(joinedType(call, bytes), values -> {
            StringBuilder joined = new StringBuilder();
            for (Object value : values) {
                joined.append((String) value);
            }
            return joined.toString();
        });
    }

    private static Evaluator concatWithSeparator(ScalarCall call) {
        call.requireCount(3, ANY_NUMBER);
        requireTexts(call);
        boolean wide = isWide(call);
        long bytes = bytes(call.argument(0), wide) * (call.count() - 2L);
        for (int i = 1; i < call.count(); i++) {
            bytes += bytes(call.argument(i), wide);
        }
        return call.computed(joinedType(call, bytes), values -> {
            StringBuilder joined = new StringBuilder((String) values[1]);
            for (int i = 2; i < values.length; i++) {
                joined.append((String) values[0]).append((String) values[i]);
            }
            return joined.toString();
        });
    }

    static void requireTexts(ScalarCall call) {
        for (int i = 0; i < call.count(); i++) {
            if (call.isNull(i)) {
                throw call.notSupported("with NULL");
            }
        }
        call.requireTypes(NumberTypes::isString);
    }

    private static boolean isWide(ScalarCall call) {
        return call.arguments().stream().anyMatch(argument -> argument.type().type() == DataType.NCHAR);
    }

    /** What TDengine reckons for an argument: each with a header, VARCHAR four times as much among NCHARs. */
    static long bytes(Evaluator argument, boolean wide) {
        long length = argument.type().length();
        if (argument.type().type() == DataType.NCHAR) {
            return length * NCHAR_BYTES + HEADER_BYTES;
        }
        return (length + HEADER_BYTES) * (wide ? NCHAR_BYTES : 1);
    }

    private static Column joinedType(ScalarCall call, long bytes) {
        boolean wide = isWide(call);
        int length = Math.toIntExact((bytes - HEADER_BYTES) / (wide ? NCHAR_BYTES : 1));
        return Column.of("", wide ? DataType.NCHAR : DataType.VARCHAR, length);
    }

    private static Evaluator repeat(ScalarCall call) {
        call.requireCount(2, 2);
        if (call.isNull(0)) {
            return call.argument(0);
        }
        call.requireType(0, NumberTypes::isString);
        if (!(call.argument(1) instanceof Constant constant) || !(constant.value() instanceof Long times)) {
            throw call.notSupported("with a count that is not constant");
        }
        long bytes = bytes(call.argument(0), false) * Math.max(1, Math.min(times, Integer.MAX_VALUE));
        if (bytes > MOST_BYTES) {
            throw call.notSupported("of so long a result");
        }
        Column type = call.argument(0).type().type() == DataType.NCHAR
                ? Column.of("", DataType.NCHAR, (int) (bytes - HEADER_BYTES) / NCHAR_BYTES)
                : Column.of("", DataType.VARCHAR, (int) bytes - HEADER_BYTES);
        int count = (int) Math.max(0, times);
        return Computed.of(type, call.argument(0), value -> ((String) value).repeat(count));
    }

    private static Evaluator md5(ScalarCall call) {
        call.requireCount(1, 1);
        call.requireTypes(type -> type == DataType.VARCHAR);
        return call.computed(Column.of("", DataType.VARCHAR, MD5_LENGTH), values -> digest((String) values[0]));
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.Map;

/** Functions that look for a part of a text or take it out. */
final class SubstringFunctions {

    private SubstringFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("substring", SubstringFunctions::substring);
        functions.put("substr", SubstringFunctions::substring);
        functions.put("substring_index", SubstringFunctions::substringIndex);
        functions.put("position", SubstringFunctions::position);
        functions.put("replace", SubstringFunctions::replace);
    }

    /** From the start, which counts from 1, or from the end if negative. */
    private static Evaluator substring(ScalarCall call) {
        call.requireCount(2, 3);
        call.requireType(0, NumberTypes::isString);
        for (int i = 1; i < call.count(); i++) {
            call.requireType(i, NumberTypes::isLongInteger);
        }
        return call.computed(call.argument(0).type(), values -> {
            String text = (String) values[0];
            long size = TextFunctions.characters(text);
            long position = (Long) values[1];
            long start = position > 0 ? position - 1 : position < 0 ? size + position : size;
            long length = values.length < 3 ? size : Math.min(size, (Long) values[2]);
            return start < 0 || start >= size || length <= 0 ? "" : part(text, start, Math.min(size, start + length));
        });
    }

    private static String part(String text, long start, long end) {
        int first = text.offsetByCodePoints(0, (int) start);
        return text.substring(first, text.offsetByCodePoints(first, (int) (end - start)));
    }

    /** What is before the delimiter of this number, or behind it if it counts from the end. */
    private static Evaluator substringIndex(ScalarCall call) {
        call.requireCount(3, 3);
        call.requireType(0, NumberTypes::isString);
        call.requireType(1, NumberTypes::isString);
        call.requireType(2, NumberTypes::isLongInteger);
        return call.computed(call.argument(0).type(), values -> {
            String text = (String) values[0];
            String delimiter = (String) values[1];
            long count = (Long) values[2];
            if (delimiter.isEmpty() || count == 0) {
                return "";
            }
            return count > 0 ? before(text, delimiter, count) : behind(text, delimiter, -count);
        });
    }

    private static String before(String text, String delimiter, long count) {
        int end = text.indexOf(delimiter);
        for (long i = 1; i < count && end >= 0; i++) {
            end = text.indexOf(delimiter, end + delimiter.length());
        }
        return end < 0 ? text : text.substring(0, end);
    }

    private static String behind(String text, String delimiter, long count) {
        int start = text.lastIndexOf(delimiter);
        for (long i = 1; i < count && start >= 0; i++) {
            start = text.lastIndexOf(delimiter, start - delimiter.length());
        }
        return start < 0 ? text : text.substring(start + delimiter.length());
    }

    private static Evaluator position(ScalarCall call) {
        for (int i = 0; i < call.count(); i++) {
            if (!call.isNull(i)) {
                call.requireType(i, NumberTypes::isString);
            }
        }
        return call.computed(DataType.BIGINT, values -> {
            String text = (String) values[1];
            int index = text.indexOf((String) values[0]);
            return index < 0 ? 0L : text.codePointCount(0, index) + 1L;
        });
    }

    private static Evaluator replace(ScalarCall call) {
        call.requireCount(3, 3);
        TextFunctions.requireTexts(call);
        if (!(call.argument(1) instanceof Constant from)
                || !(call.argument(2) instanceof Constant to)
                || "".equals(from.value())) {
            throw call.notSupported("with such arguments");
        }
        Column type = call.argument(0).type();
        long bytes = TextFunctions.bytes(call.argument(0), false);
        long grown = bytes * TextFunctions.bytes(to, false) / TextFunctions.bytes(from, false);
        Column result =
                Column.of("", type.type(), Math.toIntExact(Math.max(bytes, grown) - TextFunctions.HEADER_BYTES));
        return call.computed(result, values -> ((String) values[0]).replace((String) values[1], (String) values[2]));
    }
}

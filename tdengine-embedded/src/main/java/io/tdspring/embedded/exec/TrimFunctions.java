// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import java.util.Map;

/** TRIM, LTRIM and RTRIM: take blanks, or other characters, off the ends of a text. */
final class TrimFunctions {

    private static final int NCHAR_BYTES = 4;

    private TrimFunctions() {}

    /** Which ends. */
    private enum Side {
        LEFT,
        RIGHT,
        BOTH;

        static Side named(String word) {
            return switch (word) {
                case "leading" -> LEFT;
                case "trailing" -> RIGHT;
                default -> BOTH;
            };
        }
    }

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("ltrim", call -> compile(call, Side.LEFT));
        functions.put("rtrim", call -> compile(call, Side.RIGHT));
        functions.put("trim", TrimFunctions::trim);
    }

    /** The characters and the side, if there is one, are behind the text. */
    private static Evaluator trim(ScalarCall call) {
        call.requireCount(1, 3);
        call.requireTypes(NumberTypes::isString);
        Side side = call.count() < 3 ? Side.BOTH : Side.named(((Expr.Literal) call.written(2)).text());
        return trimmed(call, side);
    }

    private static Evaluator compile(ScalarCall call, Side side) {
        call.requireCount(1, 2);
        call.requireTypes(NumberTypes::isString);
        if (call.count() == 1 && call.argument(0) instanceof Constant constant) {
            Object value = constant.value();
            return value == null ? constant : exactly(call, trimmed((String) value, " ", side));
        }
        return trimmed(call, side);
    }

    private static Evaluator trimmed(ScalarCall call, Side side) {
        return call.computed(
                typeOf(call, side),
                values -> trimmed((String) values[0], values.length < 2 ? " " : (String) values[1], side));
    }

    /** TDengine knows the length of such a constant. */
    private static Evaluator exactly(ScalarCall call, String text) {
        if (call.type(0) != DataType.VARCHAR) {
            throw call.notSupported("of a constant NCHAR");
        }
        return Constant.text(text);
    }

    private static Column typeOf(ScalarCall call, Side side) {
        Column type = call.argument(0).type();
        return side == Side.BOTH && type.type() == DataType.NCHAR
                ? Column.of("", DataType.NCHAR, type.length() * NCHAR_BYTES + 1)
                : type;
    }

    private static String trimmed(String text, String part, Side side) {
        if (part.isEmpty()) {
            return text;
        }
        int start = 0;
        int end = text.length();
        while (side != Side.RIGHT && end - start >= part.length() && text.startsWith(part, start)) {
            start += part.length();
        }
        while (side != Side.LEFT && end - start >= part.length() && text.startsWith(part, end - part.length())) {
            end -= part.length();
        }
        return text.substring(start, end);
    }
}

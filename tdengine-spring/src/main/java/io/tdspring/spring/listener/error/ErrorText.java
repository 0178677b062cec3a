// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import org.jspecify.annotations.Nullable;

/** What a failure says of itself, as text for a column of limited width. */
final class ErrorText {

    /** Causes can form a ring, and those further down seldom fit. */
    private static final int MOST_CAUSES = 20;

    private static final String CUT = "...";

    private ErrorText() {}

    /** The class of the failure. */
    static String classOf(Throwable failure, int most) {
        return cut(failure.getClass().getName(), most);
    }

    /** Its message, then its causes; null if there are neither. */
    static @Nullable String messageOf(Throwable failure, int most) {
        StringBuilder text = new StringBuilder();
        if (failure.getMessage() != null) {
            text.append(failure.getMessage());
        }
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(text.isEmpty() ? "" : "; ").append("caused by ").append(cause);
            cause = cause.getCause();
        }
        return text.isEmpty() ? null : cut(sendable(text), most);
    }

    /** SQL text takes neither U+0000 nor half a pair of surrogates. */
    private static String sendable(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** At most so many characters, supplementary ones counted as TDengine does: once. */
    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - CUT.length()))) + CUT;
    }
}

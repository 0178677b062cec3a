// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pattern after SHOW … LIKE: {@code %} is any text, {@code _} any character, case does not count. */
final class LikePattern {

    private LikePattern() {}

    /** Tells whether a name matches; everything does if there is no pattern. */
    static Predicate<String> of(@Nullable String like) {
        if (like == null) {
            return name -> true;
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            boolean escapes = c == '\\' && i + 1 < like.length() && "%_".indexOf(like.charAt(i + 1)) >= 0;
            if (escapes) {
                regex.append(like.charAt(++i));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .asMatchPredicate();
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of LIKE: {@code %} stands for any characters, {@code _} for one; {@code \%} and {@code \_} for themselves.
 * The case of ASCII letters does not matter. Takes time in proportion to both lengths at worst. Immutable.
 */
public final class LikePattern implements Predicate<String> {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] parts;

    public LikePattern(String pattern) {
        int[] characters = pattern.codePoints().toArray();
        int[] compiled = new int[characters.length];
        int count = 0;
        for (int i = 0; i < characters.length; i++) {
            boolean escapes = characters[i] == '\\'
                    && i + 1 < characters.length
                    && (characters[i + 1] == '%' || characters[i + 1] == '_');
            compiled[count++] = escapes ? characters[++i] : part(characters[i]);
        }
        parts = Arrays.copyOf(compiled, count);
    }

    /** Tells whether a name fits what stands after SHOW … LIKE; everything does if nothing stands there. */
    public static Predicate<String> of(@Nullable String pattern) {
        return pattern == null ? name -> true : new LikePattern(pattern);
    }

    private static int part(int character) {
        return switch (character) {
            case '%' -> ANY;
            case '_' -> ONE;
            default -> lower(character);
        };
    }

    @Override
    public boolean test(String text) {
        int part = 0;
        int position = 0;
        int lastAny = -1;
        int retry = 0;
        while (position < text.length()) {
            int character = text.codePointAt(position);
            if (part < parts.length && parts[part] == ANY) {
                lastAny = part++;
                retry = position;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == lower(character))) {
                part++;
                position += Character.charCount(character);
            } else if (lastAny >= 0) {
                part = lastAny + 1;
                retry += Character.charCount(text.codePointAt(retry));
                position = retry;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    private static int lower(int character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }
}

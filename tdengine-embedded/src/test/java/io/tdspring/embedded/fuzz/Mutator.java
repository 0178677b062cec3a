// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Damages valid input in the ways that find faults in parsers: lengths, limits, cuts, repetitions and splices. */
final class Mutator {

    private static final List<String> WORDS = List.of(
            "select",
            "from",
            "where",
            "null",
            "''",
            "'",
            "\"",
            "`",
            "(",
            ")",
            ",",
            ";",
            "*",
            "-1",
            "0",
            "9223372036854775808",
            "-9223372036854775809",
            "1e999",
            "nan",
            "0x",
            "0b",
            "interval(1s)",
            "partition by tbname",
            "group by",
            "order by",
            "limit -1",
            "union all",
            "case when",
            "--",
            "/*",
            "\\",
            "\u0000",
            "日本",
            "\uD83D\uDE00",
            "{",
            "}",
            "[",
            "]",
            ":",
            "true",
            "1a",
            "1n",
            "now",
            "tbname",
            "_wstart",
            "->",
            "?");

    private static final Pattern WORD_ENDS = Pattern.compile("\\b|(?<=\\W)(?=\\W)");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The text with one to four changes. */
    String text(String valid, List<String> others) {
        if (random.nextBoolean()) {
            return withForeignWords(valid, oneOf(others));
        }
        StringBuilder text = new StringBuilder(valid);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            change(text, others);
        }
        return text.toString();
    }

    /** Words of another text in the place of one or two words, which often gives a valid text of another meaning. */
    private String withForeignWords(String valid, String other) {
        String[] words = WORD_ENDS.split(valid, -1);
        String[] foreign = WORD_ENDS.split(other, -1);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(words.length);
            String word = foreign[random.nextInt(foreign.length)];
            words[at] = kindOf(word) == kindOf(words[at]) ? word : words[at];
        }
        return String.join("", words);
    }

    private static int kindOf(String word) {
        int first = word.isEmpty() ? ' ' : word.charAt(0);
        return Character.isLetter(first)
                ? 'a'
                : Character.isDigit(first) ? '0' : Character.isSpaceChar(first) ? ' ' : '+';
    }

    private void change(StringBuilder text, List<String> others) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, oneOf(WORDS));
            case 2 -> text.replace(from, to, oneOf(WORDS));
            case 3 -> text.insert(from, text.substring(from, to));
            case 4 -> text.setLength(from);
            default -> splice(text, from, oneOf(others));
        }
    }

    private void splice(StringBuilder text, int from, String other) {
        int start = random.nextInt(other.length() + 1);
        text.replace(from, text.length(), other.substring(start));
    }

    /** The bytes with one to four changes. */
    byte[] bytes(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> overwrite(bytes, at, interesting());
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return repeat(bytes, at);
            }
            default -> overwrite(bytes, at, oneOf(WORDS).getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    /** A number at the edge of what its width can hold, as lengths and offsets go wrong there. */
    private byte[] interesting() {
        long[] edges = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 65535, 255};
        long edge = edges[random.nextInt(edges.length)];
        byte[] bytes = new byte[1 << random.nextInt(4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (edge >>> (8 * i));
        }
        return bytes;
    }

    private static void overwrite(byte[] bytes, int at, byte[] with) {
        System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
    }

    private byte[] repeat(byte[] bytes, int at) {
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}

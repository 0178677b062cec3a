// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which rows of a column are NULL: one bit a row, no array at all before the first NULL.
 *
 * <p>Immutable in the rows that are there when it is shared; the array is replaced when it grows.
 */
final class NullBits {

    private static final long[] NONE = {};

    private long[] words;

    NullBits() {
        this(NONE);
    }

    private NullBits(long[] words) {
        this.words = words;
    }

    static NullBits of(BitSet rows) {
        return new NullBits(rows.toLongArray());
    }

    boolean get(int row) {
        int word = row >> 6;
        return word < words.length && (words[word] & (1L << row)) != 0;
    }

    void set(int row, boolean isNull) {
        int word = row >> 6;
        if (word >= words.length) {
            if (!isNull) {
                return;
            }
            words = Arrays.copyOf(words, Cells.grown(words.length, word));
        }
        if (isNull) {
            words[word] |= 1L << row;
        } else {
            words[word] &= ~(1L << row);
        }
    }

    void setAll(int row, NullBits source, int from, int count) {
        if (words.length == 0 && source.words.length == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            set(row + i, source.get(from + i));
        }
    }

    NullBits share() {
        return new NullBits(words);
    }

    NullBits copy(int from, int count) {
        NullBits copy = new NullBits();
        if (from == 0) {
            copy.words = Arrays.copyOf(words, Math.min(words.length, (count + 63) >> 6));
            return copy;
        }
        if (words.length != 0) {
            for (int row = 0; row < count; row++) {
                copy.set(row, get(from + row));
            }
        }
        return copy;
    }
}

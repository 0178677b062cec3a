// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tdspring.error.TdengineProtocolException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Damaged messages for one decoder.
 *
 * @param messages whole ones, to be damaged
 * @param decoder takes the bytes of a message; what it allocates is measured
 * @param user looks at everything in what was decoded
 */
record Fuzz<T>(String name, List<byte[]> messages, Function<byte[], T> decoder, Consumer<T> user) {

    private static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);
    private static final int CASES = Boolean.getBoolean("tdspring.soak") ? 1_000_000 : 15_000;

    /** Bytes that a decoder may allocate whatever the message: a parser's buffers, an exception and its text. */
    private static final long ALLOWANCE = 64 << 10;

    /** And for each byte of the message, for a digit in a list becomes an object in a list. */
    private static final long ALLOWANCE_PER_BYTE = 80;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What came of a run.
     *
     * @param refused how many messages were refused, while they were decoded or used
     * @param mostMemory the greatest share of its allowance that a message took
     */
    record Outcome(int cases, int refused, double mostMemory) {}

    /** Runs the share of all cases that falls to one of so many decoders of a kind. */
    Outcome run(int decoders) {
        assertThat(messages).as(name).isNotEmpty();
        messages.forEach(this::isRefused);
        Mutator mutator = new Mutator(SEED + name.hashCode());
        int refused = 0;
        double mostMemory = 0;
        int cases = CASES / decoders;
        for (int i = 0; i < cases; i++) {
            byte[] message = mutator.damage(mutator.oneOf(messages), mutator.oneOf(messages));
            try {
                mostMemory = Math.max(mostMemory, shareTaken(message));
                refused += isRefused(message) ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
                String hex = HexFormat.of().formatHex(message);
                throw new AssertionError(name + ", case " + i + " of seed " + SEED + ": " + hex, e);
            }
        }
        return new Outcome(cases, refused, mostMemory);
    }

    /** Decodes a message, and once more if it took too much: the first of a kind loads classes and enters names in a table. */
    private double shareTaken(byte[] message) {
        double share = decode(message);
        if (share >= 1) {
            share = decode(message);
        }
        if (share >= 1) {
            throw new AssertionError("takes " + share + " of what it may take");
        }
        return share;
    }

    private double decode(byte[] message) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            Objects.requireNonNull(decoder.apply(message));
        } catch (TdengineProtocolException e) {
            // Refused, which takes memory, too.
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        return (double) taken / (ALLOWANCE + ALLOWANCE_PER_BYTE * message.length);
    }

    private boolean isRefused(byte[] message) {
        try {
            user.accept(decoder.apply(message));
            return false;
        } catch (TdengineProtocolException e) {
            return true;
        }
    }
}

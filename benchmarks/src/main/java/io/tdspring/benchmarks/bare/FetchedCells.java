// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.bare;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.protocol.block.RawBlock;
import io.tdspring.protocol.ws.FetchRawBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Adds up the cells of answers to {@code fetch_raw_block}; {@link RawBlock} shows where they are. The columns are known
 * and have no NULLs, so nothing is looked up and nothing is asked. Confined to one thread.
 */
final class FetchedCells {

    private static final int FINISHED = 50;
    private static final int BLOCK = 55;
    private static final int ROWS = 8;
    private static final int COLUMNS = 12;
    private static final int HEADER = 28;
    private static final int BYTES_PER_COLUMN = 9;
    private static final int REQUEST_ID = 0;
    private static final int RESULT_ID = 8;

    private final Shape shape;
    private final ByteBuffer request = new FetchRawBlock(0, 0).toFrame().order(ByteOrder.LITTLE_ENDIAN);
    private long requests;
    private long rows;
    private double sum;

    FetchedCells(Shape shape) {
        this.shape = shape;
    }

    void begin() {
        rows = 0;
        sum = 0;
    }

    Work end() {
        return new Work(rows, sum);
    }

    /** The next request for a block; the bytes are written over by the one after it. */
    ByteBuffer fetch(long resultId) {
        request.putLong(REQUEST_ID, ++requests).putLong(RESULT_ID, resultId);
        return request;
    }

    /**
     * Adds a message's cells.
     *
     * @param message little-endian, from index 0
     */
    void add(ByteBuffer message) {
        int count = message.getInt(BLOCK + ROWS);
        int columns = message.getInt(BLOCK + COLUMNS);
        int data = BLOCK + HEADER + BYTES_PER_COLUMN * columns;
        if (shape == Shape.W1) {
            addNumbers(message, data, count);
        } else {
            addMixed(message, data, count, BLOCK + HEADER + 5 * columns);
        }
        rows += count;
    }

    /** Whether the message has a block, and no end. */
    static boolean hasBlock(ByteBuffer message) {
        return message.get(FINISHED) == 0;
    }

    private void addNumbers(ByteBuffer message, int data, int count) {
        int bitmap = (count + 7) / 8;
        int ts = data + bitmap;
        int a = ts + 8 * count + bitmap;
        int b = a + 4 * count + bitmap;
        int c = b + 4 * count + bitmap;
        double total = 0;
        for (int row = 0; row < count; row++) {
            total += message.getLong(ts + 8 * row) & 0xffff;
            total += message.getFloat(a + 4 * row);
            total += message.getInt(b + 4 * row);
            total += message.getFloat(c + 4 * row);
        }
        sum += total;
    }

    private void addMixed(ByteBuffer message, int data, int count, int lengths) {
        int bitmap = (count + 7) / 8;
        int ts = data + bitmap;
        int places = ts + 8 * count;
        int devices = places + 4 * count + message.getInt(lengths + 4);
        int counter = devices + 4 * count + message.getInt(lengths + 8) + bitmap;
        int level = counter + 8 * count + bitmap;
        int alarm = level + 8 * count + bitmap;
        double total = 0;
        for (int row = 0; row < count; row++) {
            total += message.getLong(ts + 8 * row) & 0xffff;
            total += place(message, places + 4 * count + message.getInt(places + 4 * row))
                    .length();
            total += device(message, devices + 4 * count + message.getInt(devices + 4 * row))
                    .length();
            total += message.getLong(counter + 8 * row);
            total += message.getDouble(level + 8 * row);
            total += message.get(alarm + row);
        }
        sum += total;
    }

    private static String place(ByteBuffer message, int at) {
        int characters = Short.toUnsignedInt(message.getShort(at)) / 4;
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.appendCodePoint(message.getInt(at + 2 + 4 * i));
        }
        return text.toString();
    }

    private static String device(ByteBuffer message, int at) {
        byte[] bytes = new byte[Short.toUnsignedInt(message.getShort(at))];
        message.get(at + 2, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

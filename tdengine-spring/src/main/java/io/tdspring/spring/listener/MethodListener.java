// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a method takes what arrives: row by row, all rows of a message as a list, or the message itself. */
public final class MethodListener {

    private MethodListener() {}

    /** A listener that calls the method for each row, or for each message if the method takes no row. */
    public static MessageListener record(Object bean, Method method, TdMapper mapper) {
        ListenerMethod target = new ListenerMethod(bean, method);
        return target.takesMessagesOnly()
                ? (message, firstRow, seeker) -> handMessage(target, message, firstRow, seeker)
                : new Records(target, target.rowReader(mapper));
    }

    /** A listener that calls the method with the list of a message's rows. */
    public static MessageListener batch(Object bean, Method method, TdMapper mapper) {
        ListenerMethod target = new ListenerMethod(bean, method);
        return target.takesMessagesOnly()
                ? (message, firstRow, seeker) -> handMessage(target, message, firstRow, seeker)
                : new Batches(target, target.elementReader(mapper));
    }

    private static void handMessage(ListenerMethod target, TmqMessage message, int firstRow, TdConsumerSeeker seeker) {
        int end = rows(message);
        // A message without rows has still to be handed on once; one that was given up has not.
        if (firstRow < end || firstRow == 0) {
            invoke(target, null, new Delivery(message, seeker, firstRow, Math.max(end, 1)));
        }
    }

    private static int rows(TmqMessage message) {
        return message.blocks().stream().mapToInt(from -> from.block().rows()).sum();
    }

    /** What surrounds one call of the method, and the rows that stand or fall with it. */
    private record Delivery(TmqMessage message, TdConsumerSeeker seeker, int firstRow, int endRow) {}

    // Whatever the user's method throws must reach the error handler, Errors such as a failed assertion included.
    private static void invoke(ListenerMethod target, @Nullable Object payload, Delivery delivery) {
        try {
            target.invoke(payload, delivery.message(), delivery.seeker());
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw failure(target, delivery.firstRow(), delivery.endRow(), e);
        }
    }

    private static ListenerFailedException failure(ListenerMethod target, int row, int end, Throwable cause) {
        return new ListenerFailedException("listener " + target + " failed", row, end, cause);
    }

    private record Records(ListenerMethod target, PayloadReader reader) implements MessageListener {

        @Override
        public void onMessage(TmqMessage message, int firstRow, TdConsumerSeeker seeker) {
            int before = 0;
            for (TableBlock from : message.blocks()) {
                int rows = from.block().rows();
                PayloadReader.Rows source = reader.rowsOf(message, from);
                for (int row = Math.max(0, firstRow - before); row < rows; row++) {
                    int at = before + row;
                    invoke(target, read(source, row, at), new Delivery(message, seeker, at, at + 1));
                }
                before += rows;
            }
        }

        private Object read(PayloadReader.Rows source, int row, int at) {
            try {
                return source.read(row);
            } catch (RuntimeException e) {
                throw failure(target, at, at + 1, e);
            }
        }
    }

    private record Batches(ListenerMethod target, PayloadReader reader) implements MessageListener {

        @Override
        public void onMessage(TmqMessage message, int firstRow, TdConsumerSeeker seeker) {
            int end = rows(message);
            if (firstRow < end) {
                invoke(target, readAll(message, end), new Delivery(message, seeker, 0, end));
            }
        }

        private List<Object> readAll(TmqMessage message, int rows) {
            List<Object> payload = new ArrayList<>(rows);
            try {
                for (TableBlock from : message.blocks()) {
                    PayloadReader.Rows source = reader.rowsOf(message, from);
                    for (int row = 0; row < from.block().rows(); row++) {
                        payload.add(source.read(row));
                    }
                }
            } catch (RuntimeException e) {
                throw failure(target, 0, rows, e);
            }
            return payload;
        }
    }
}

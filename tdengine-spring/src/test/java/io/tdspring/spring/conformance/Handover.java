// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.spring.listener.ListenerContext;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.TdConsumerSeeker;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import io.tdspring.spring.listener.adapter.MethodListener;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands messages to the methods of a bean as a container does, on the test's own thread, giving up what fails. */
final class Handover {

    private final Object bean;
    private final InvocationSettings settings;

    private static final TdConsumerSeeker NO_SEEKER = (TdConsumerSeeker) Proxy.newProxyInstance(
            Handover.class.getClassLoader(), new Class<?>[] {TdConsumerSeeker.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private Handover(Object bean, InvocationSettings settings) {
        this.bean = bean;
        this.settings = settings;
    }

    static Handover to(Object bean) {
        return to(bean, InvocationSettings.of(new TdMapper()));
    }

    static Handover to(Object bean, InvocationSettings settings) {
        return new Handover(bean, settings);
    }

    MessageListener record(String method) {
        return MethodListener.record(ListenerTarget.of(bean, method(method)), settings);
    }

    MessageListener batch(String method) {
        return MethodListener.batch(ListenerTarget.of(bean, method(method)), settings);
    }

    /** All methods of the bean; of them the one of that name takes what fits no other. */
    MessageListener handlers(@Nullable String fallback) {
        List<Method> methods = List.of(bean.getClass().getDeclaredMethods()).stream()
                .filter(method -> !method.isSynthetic())
                .toList();
        return MethodListener.record(
                new ListenerTarget(bean, methods, fallback == null ? null : method(fallback)), settings);
    }

    private Method method(String name) {
        return Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Hands a message on once, from one of its rows on. */
    static void handOn(MessageListener listener, TmqMessage message, int first) {
        listener.onMessage(message, first, ListenerContext.of(NO_SEEKER));
    }

    /** Hands a message on, going on behind what fails; gives the failures. */
    static List<ListenerFailedException> handOn(MessageListener listener, TmqMessage message) {
        List<ListenerFailedException> failures = new ArrayList<>();
        int next = 0;
        while (true) {
            try {
                handOn(listener, message, next);
                return failures;
            } catch (ListenerFailedException e) {
                failures.add(e);
                next = e.nextRow();
            }
        }
    }

    static TmqMessage message(TableBlock... blocks) {
        return message(List.of(), blocks);
    }

    static TmqMessage message(List<TableMeta> metas, TableBlock... blocks) {
        return new TmqMessage("t", "db", 2, 7, 7, 8, List.of(blocks), metas);
    }

    /** Rows of one INT column. */
    static TableBlock block(@Nullable String table, String column, @Nullable Integer... values) {
        int bitmap = (values.length + 7) / 8;
        ByteBuffer bytes =
                ByteBuffer.allocate(bitmap + Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            Integer value = values[i];
            if (value == null) {
                bytes.put(i / 8, (byte) (bytes.get(i / 8) | 0x80 >> i % 8));
            } else {
                bytes.putInt(bitmap + Integer.BYTES * i, value);
            }
        }
        List<Column> columns = List.of(Column.of(column, DataType.INT));
        int[] lengths = {Integer.BYTES * values.length};
        return new TableBlock(
                table, new Block(columns, Precision.MILLISECOND, values.length, bytes, new int[1], lengths));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Makes listeners of methods. What a method takes decides how it is called: for each row, each block, each change of
 * tables, each message, or with the list of a message's rows.
 */
public final class MethodListener {

    private MethodListener() {}

    /** As {@link #record(Object, Method, InvocationSettings)} with a mapper and nothing else. */
    public static MessageListener record(Object bean, Method method, TdMapper mapper) {
        return record(bean, method, InvocationSettings.of(mapper));
    }

    /**
     * A listener that calls the method for each row, if it takes rows one at a time.
     *
     * @throws IllegalArgumentException if a parameter cannot be given what it declares, or the settings do not fit it
     */
    public static MessageListener record(Object bean, Method method, InvocationSettings settings) {
        ListenerMethod target = new ListenerMethod(bean, method, settings);
        PayloadParameter payload = target.payload();
        if (payload != null && payload.takesList() && !payload.takesRecords()) {
            throw new IllegalArgumentException(
                    "listener method " + target + " takes a list of rows: declare the listener as batch");
        }
        return listener(invocation(target, settings), settings);
    }

    /** As {@link #batch(Object, Method, InvocationSettings)} with a mapper and nothing else. */
    public static MessageListener batch(Object bean, Method method, TdMapper mapper) {
        return batch(bean, method, InvocationSettings.of(mapper));
    }

    /**
     * A listener that calls the method with the list of a message's rows, if it takes rows.
     *
     * @throws IllegalArgumentException if a parameter cannot be given what it declares, or the settings do not fit it
     */
    public static MessageListener batch(Object bean, Method method, InvocationSettings settings) {
        ListenerMethod target = new ListenerMethod(bean, method, settings);
        PayloadParameter payload = target.payload();
        if (payload != null && !payload.takesList() && !payload.takesBlocks() && !payload.takesMetas()) {
            throw new IllegalArgumentException(
                    "batch listener method " + target + " must take a List of rows, or TdRecords");
        }
        return listener(invocation(target, settings), settings);
    }

    private static Invocation invocation(ListenerMethod target, InvocationSettings settings) {
        PayloadParameter payload = target.payload();
        if (payload == null || payload.takesBlocks() || payload.takesMetas()) {
            refuseSettingsOfRows(target, settings);
        }
        if (payload == null) {
            return new WholeMessages(target);
        }
        if (payload.takesBlocks()) {
            return new BlockByBlock(target, payload.type().toClass() == TableBlock.class);
        }
        if (payload.takesMetas()) {
            return new MetaByMeta(target, payload.type().toClass());
        }
        RowSource source = new RowSource(payload, settings);
        RowFeed.Targets always = from -> new RowFeed.Target(target, source.rowsOf(from), source.wraps());
        RowFeed feed = new RowFeed(target, always, settings.filter());
        return payload.takesList() ? new RowLists(target, feed, payload.takesRecords()) : new RowByRow(feed);
    }

    private static void refuseSettingsOfRows(ListenerMethod target, InvocationSettings settings) {
        PayloadParameter payload = target.payload();
        if (settings.filter() != null || (payload != null && payload.validationHints() != null)) {
            throw new IllegalArgumentException("listener method " + target
                    + " takes no rows: it can have neither a filter nor a validator of rows");
        }
    }

    private static MessageListener listener(Invocation invocation, InvocationSettings settings) {
        MessageListener listener =
                (message, firstRow, context) -> invocation.handOn(new Delivery(message, context), firstRow);
        List<MessageInterceptor> interceptors = settings.interceptors();
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            listener = new InterceptedListener(listener, interceptors.get(i));
        }
        return listener;
    }
}

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

    /** As {@link #record(ListenerTarget, InvocationSettings)}, of one method, with a mapper and nothing else. */
    public static MessageListener record(Object bean, Method method, TdMapper mapper) {
        return record(ListenerTarget.of(bean, method), InvocationSettings.of(mapper));
    }

    /**
     * A listener that calls a method for each row, if it takes rows one at a time. Of several methods each is called for
     * what it takes: rows by their columns, changes of tables by their type.
     *
     * @throws IllegalArgumentException if a parameter cannot be given what it declares, or the settings do not fit it
     */
    public static MessageListener record(ListenerTarget target, InvocationSettings settings) {
        if (target.methods().size() > 1) {
            return listener(HandlerMethods.invocation(target, settings), settings);
        }
        ListenerMethod method =
                new ListenerMethod(target.bean(), target.methods().get(0), settings);
        PayloadParameter payload = method.payload();
        if (payload != null && payload.takesList() && !payload.takesRecords()) {
            throw new IllegalArgumentException(
                    "listener method " + method + " takes a list of rows: declare the listener as batch");
        }
        return listener(invocation(method, settings), settings);
    }

    /** As {@link #batch(ListenerTarget, InvocationSettings)}, of one method, with a mapper and nothing else. */
    public static MessageListener batch(Object bean, Method method, TdMapper mapper) {
        return batch(ListenerTarget.of(bean, method), InvocationSettings.of(mapper));
    }

    /**
     * A listener that calls a method with the list of a message's rows, if it takes rows.
     *
     * @throws IllegalArgumentException if there are several methods, a parameter cannot be given what it declares, or the
     *     settings do not fit it
     */
    public static MessageListener batch(ListenerTarget target, InvocationSettings settings) {
        ListenerMethod method = only(target, settings);
        PayloadParameter payload = method.payload();
        if (payload != null && !payload.takesList() && !payload.takesBlocks() && !payload.takesMetas()) {
            throw new IllegalArgumentException(
                    "batch listener method " + method + " must take a List of rows, or TdRecords");
        }
        return listener(invocation(method, settings), settings);
    }

    /**
     * A listener that calls a method with whole messages.
     *
     * @throws IllegalArgumentException if there are several methods, or it takes anything else
     */
    public static MessageListener message(ListenerTarget target, InvocationSettings settings) {
        ListenerMethod method = only(target, settings);
        if (method.payload() != null) {
            throw new IllegalArgumentException(
                    "message listener method " + method + " must take the TmqMessage and nothing of it");
        }
        return listener(invocation(method, settings), settings);
    }

    /**
     * A listener that calls a method with blocks.
     *
     * @throws IllegalArgumentException if there are several methods, or it takes anything else
     */
    public static MessageListener block(ListenerTarget target, InvocationSettings settings) {
        ListenerMethod method = only(target, settings);
        PayloadParameter payload = method.payload();
        if (payload == null || !payload.takesBlocks()) {
            throw new IllegalArgumentException("block listener method " + method + " must take a TableBlock or Block");
        }
        return listener(invocation(method, settings), settings);
    }

    private static ListenerMethod only(ListenerTarget target, InvocationSettings settings) {
        if (target.methods().size() > 1) {
            throw new IllegalArgumentException(
                    "a batch, message or block listener has one method, not " + target.methods());
        }
        return new ListenerMethod(target.bean(), target.methods().get(0), settings);
    }

    private static Invocation invocation(ListenerMethod method, InvocationSettings settings) {
        PayloadParameter payload = method.payload();
        if (payload == null || payload.takesBlocks() || payload.takesMetas()) {
            refuseSettingsOfRows(method, settings);
        }
        if (payload == null) {
            return new WholeMessages(method);
        }
        if (payload.takesBlocks()) {
            return new BlockByBlock(method, payload.type().toClass() == TableBlock.class);
        }
        if (payload.takesMetas()) {
            Class<?> type = payload.type().toClass();
            return new MetaByMeta(List.of(new MetaByMeta.Target(method, type)));
        }
        if (payload.takesListOfMessages()) {
            throw new IllegalArgumentException("listener method " + method
                    + " takes a list of what comes one at a time: let it take the message, block or change itself");
        }
        RowSource source = new RowSource(payload, settings);
        RowFeed.Targets always = from -> new RowFeed.Target(method, source.rowsOf(from), source.wraps());
        RowFeed feed = new RowFeed(method, always, settings.filter());
        return payload.takesList() ? new RowLists(method, feed, payload.takesRecords()) : new RowByRow(feed);
    }

    private static void refuseSettingsOfRows(ListenerMethod method, InvocationSettings settings) {
        PayloadParameter payload = method.payload();
        if (settings.filter() != null || (payload != null && payload.validationHints() != null)) {
            throw new IllegalArgumentException("listener method " + method
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

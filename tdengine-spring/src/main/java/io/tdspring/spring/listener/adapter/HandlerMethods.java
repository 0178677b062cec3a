// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/** Sorts the methods of a class by what they take. Used once for a listener, by one thread. */
final class HandlerMethods {

    private final InvocationSettings settings;
    private final List<RowHandlers.Handler> rows = new ArrayList<>();
    private final List<MetaByMeta.Target> metas = new ArrayList<>();
    private RowHandlers.@Nullable Handler fallback;

    private HandlerMethods(ListenerTarget target, InvocationSettings settings) {
        this.settings = settings;
        for (Method method : target.methods()) {
            sort(new ListenerMethod(target.bean(), method, settings), method.equals(target.fallback()));
        }
    }

    /**
     * Hands rows on by their columns, then changes of tables by their type.
     *
     * @throws IllegalArgumentException if a method takes neither, or two take the same changes
     */
    static Invocation invocation(ListenerTarget target, InvocationSettings settings) {
        HandlerMethods methods = new HandlerMethods(target, settings);
        Invocation metas = new MetaByMeta(methods.metas);
        if (methods.rows.isEmpty() && methods.fallback == null) {
            return metas;
        }
        String name = AopUtils.getTargetClass(target.bean()).getSimpleName();
        RowHandlers handlers = new RowHandlers(name, methods.rows, methods.fallback);
        Invocation rows = new RowByRow(new RowFeed(name, handlers, settings.filter()));
        return (delivery, first) -> {
            rows.handOn(delivery, first);
            metas.handOn(delivery, first);
        };
    }

    private void sort(ListenerMethod method, boolean isFallback) {
        PayloadParameter payload = method.payload();
        if (payload == null || payload.takesList() || payload.takesBlocks()) {
            throw new IllegalArgumentException(
                    "handler method " + method + " must take one row or one change of tables, its class has others");
        }
        if (payload.takesMetas()) {
            if (isFallback || payload.validationHints() != null) {
                throw new IllegalArgumentException(
                        "handler method " + method + " takes no rows: it can neither be the default nor validate");
            }
            metas.add(new MetaByMeta.Target(method, payload.type().toClass()));
            return;
        }
        RowHandlers.Handler handler = new RowHandlers.Handler(method, new RowSource(payload, settings));
        if (isFallback) {
            fallback = handler;
        } else {
            rows.add(handler);
        }
    }
}

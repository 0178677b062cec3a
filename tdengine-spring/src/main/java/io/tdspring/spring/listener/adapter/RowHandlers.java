// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.data.Column;
import io.tdspring.error.TdConversionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * Several methods for rows, among which the columns choose: of those whose type finds all it needs, the one that needs
 * most. What was chosen is kept, up to a bound. Safe for the threads of all consumers.
 */
final class RowHandlers implements RowFeed.Targets {

    private static final int CACHE_SIZE = 64;

    private final Object name;
    private final List<Handler> handlers;
    private final @Nullable Handler fallback;
    private final ConcurrentLruCache<Shape, Handler> chosen = new ConcurrentLruCache<>(CACHE_SIZE, this::choose);

    /** A method and how it takes rows. */
    record Handler(ListenerMethod method, RowSource source) {

        private RowFeed.Target target(TableBlock from) {
            return new RowFeed.Target(method, source.rowsOf(from), source.wraps());
        }
    }

    private record Shape(List<Column> columns, boolean named) {}

    /**
     * A choice.
     *
     * @param fallback takes what fits none of the others
     */
    RowHandlers(Object name, List<Handler> handlers, @Nullable Handler fallback) {
        this.name = name;
        this.handlers = List.copyOf(handlers);
        this.fallback = fallback;
    }

    @Override
    public RowFeed.Target of(TableBlock from) {
        Shape shape = new Shape(List.copyOf(from.block().columns()), from.tableName() != null);
        return chosen.get(shape).target(from);
    }

    private Handler choose(Shape shape) {
        List<Handler> closest = new ArrayList<>();
        int most = -1;
        for (Handler handler : handlers) {
            int needs = handler.source().needs();
            if (needs >= most && handler.source().fits(shape.columns(), shape.named())) {
                if (needs > most) {
                    closest.clear();
                }
                closest.add(handler);
                most = needs;
            }
        }
        if (closest.size() == 1) {
            return closest.get(0);
        }
        if (closest.isEmpty() && fallback != null) {
            return fallback;
        }
        String columns = shape.columns().stream().map(Column::name).toList().toString();
        throw new TdConversionException(
                closest.isEmpty()
                        ? "no handler of " + name + " takes rows of the columns " + columns
                        : "rows of the columns " + columns + " fit several handlers alike: "
                                + closest.stream().map(Handler::method).toList());
    }
}

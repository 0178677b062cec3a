// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.data.meta.TableMeta;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call for each change of tables, of the method with the closest type; changes that no method takes count as handled.
 * In failures a change is counted behind the rows of its message.
 */
record MetaByMeta(List<Target> targets) implements Invocation {

    /** A method and the changes that it takes. */
    record Target(ListenerMethod method, Class<?> type) {}

    /** Refuses two methods for one type. */
    MetaByMeta {
        targets = List.copyOf(targets);
        Set<Class<?>> types = new HashSet<>();
        for (Target target : targets) {
            if (!types.add(target.type())) {
                throw new IllegalArgumentException(
                        "more than one handler, " + target.method() + " among them, takes " + target.type());
            }
        }
    }

    @Override
    public void handOn(Delivery delivery, int first) {
        List<TableMeta> metas = delivery.message().metas();
        if (metas.isEmpty()) {
            return;
        }
        int rows = delivery.message().rows();
        for (int i = Math.max(0, first - rows);
                i < metas.size() && !delivery.context().isNacked();
                i++) {
            Target target = closest(metas.get(i));
            if (target != null) {
                target.method().call(new Call(metas.get(i), null, rows + i, delivery), rows + i + 1);
            }
        }
    }

    private @Nullable Target closest(TableMeta meta) {
        Target closest = null;
        for (Target target : targets) {
            if (target.type().isInstance(meta)
                    && (closest == null || closest.type().isAssignableFrom(target.type()))) {
                closest = target;
            }
        }
        return closest;
    }
}

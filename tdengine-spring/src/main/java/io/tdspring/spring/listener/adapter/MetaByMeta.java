// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.data.meta.TableMeta;
import java.util.List;

/**
 * One call for each change of tables of the type that the method takes; rows and other changes count as handled. Positions
 * of failures count the changes of the message, all of them.
 */
record MetaByMeta(ListenerMethod method, Class<?> type) implements Invocation {

    @Override
    public void handOn(Delivery delivery, int first) {
        List<TableMeta> metas = delivery.message().metas();
        for (int i = first; i < metas.size(); i++) {
            if (type.isInstance(metas.get(i))) {
                method.call(new Call(metas.get(i), null, delivery), i, i + 1);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.support.TdHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessageHeaders;

/** Where the values of {@link TdHeaders} come from, for the calls of one listener. Immutable. */
final class HeaderValues {

    private final Map<String, Argument> values = new LinkedHashMap<>();

    HeaderValues(ListenerIdentity identity) {
        values.put(TdHeaders.TOPIC, call -> call.delivery().message().topic());
        values.put(TdHeaders.DATABASE, call -> call.delivery().message().database());
        values.put(TdHeaders.VGROUP, call -> call.delivery().message().vgroupId());
        values.put(TdHeaders.OFFSET, call -> call.delivery().message().offset());
        values.put(TdHeaders.TABLE_NAME, Call::tableName);
        values.put(TdHeaders.DELIVERY_ATTEMPT, call -> call.delivery().context().attempt(call.row()));
        values.put(TdHeaders.LISTENER_ID, call -> identity.id());
        values.put(TdHeaders.LISTENER_INFO, call -> identity.info());
        values.put(TdHeaders.GROUP_ID, call -> identity.groupId());
    }

    /** The value of one header, or null if there is no header of this name. */
    @Nullable
    Argument find(String name) {
        return values.get(name);
    }

    /** The names of all, for messages. */
    Iterable<String> names() {
        return values.keySet();
    }

    /** Those that have a value. */
    MessageHeaders of(Call call) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object found = value.of(call);
            if (found != null) {
                present.put(name, found);
            }
        });
        return new RowHeaders(present);
    }

    /** Without the random id and the clock's time, which nobody asked for and which cost more than the rest. */
    private static final class RowHeaders extends MessageHeaders {

        private static final long serialVersionUID = 1L;

        RowHeaders(Map<String, Object> present) {
            super(present, ID_VALUE_NONE, -1L);
        }
    }
}

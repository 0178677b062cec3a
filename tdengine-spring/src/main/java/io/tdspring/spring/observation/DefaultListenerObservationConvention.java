// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.micrometer.common.KeyValues;

/**
 * Keys in OpenTelemetry's words for messaging, none of which tells a value of a row.
 *
 * <p>Of low cardinality: {@code listener.id}, {@code messaging.system} ({@code tdengine}), {@code messaging.operation} ({@code
 * process}), {@code messaging.source.name} (the topic), {@code messaging.consumer.group}. Of high cardinality: {@code
 * tdengine.vgroup} and {@code tdengine.offset}. Immutable.
 */
public class DefaultListenerObservationConvention implements ListenerObservationConvention {

    @Override
    public String getName() {
        return "tdengine.listener";
    }

    @Override
    public String getContextualName(ListenerObservationContext context) {
        return context.message().topic() + " process";
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ListenerObservationContext context) {
        return KeyValues.of(
                "listener.id", context.listenerId(),
                "messaging.system", "tdengine",
                "messaging.operation", "process",
                "messaging.source.name", context.message().topic(),
                "messaging.consumer.group", context.groupId());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ListenerObservationContext context) {
        return KeyValues.of(
                "tdengine.vgroup", Integer.toString(context.message().vgroupId()),
                "tdengine.offset", Long.toString(context.message().offset()));
    }
}

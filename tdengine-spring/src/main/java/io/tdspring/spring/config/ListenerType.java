// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.adapter.MethodListener;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;

/** How a listener method takes rows. */
public enum ListenerType {
    /** One row a call. */
    RECORD {
        @Override
        MessageListener listener(Object bean, Method method, TdMapper mapper) {
            return MethodListener.record(bean, method, mapper);
        }
    },
    /** The rows of one message a call. */
    BATCH {
        @Override
        MessageListener listener(Object bean, Method method, TdMapper mapper) {
            return MethodListener.batch(bean, method, mapper);
        }
    };

    abstract MessageListener listener(Object bean, Method method, TdMapper mapper);
}

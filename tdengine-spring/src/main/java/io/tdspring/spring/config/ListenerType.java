// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import io.tdspring.spring.listener.adapter.MethodListener;

/** How a listener method takes rows. */
public enum ListenerType {
    /** One row a call. */
    RECORD {
        @Override
        MessageListener listener(ListenerTarget target, InvocationSettings settings) {
            return MethodListener.record(target, settings);
        }
    },
    /** The rows of one message a call. */
    BATCH {
        @Override
        MessageListener listener(ListenerTarget target, InvocationSettings settings) {
            return MethodListener.batch(target, settings);
        }
    };

    abstract MessageListener listener(ListenerTarget target, InvocationSettings settings);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import io.tdspring.spring.listener.adapter.MethodListener;

/**
 * How a listener method takes rows. A method whose parameter is a whole message, a block or a change of tables is called for
 * these under {@link #RECORD} and {@link #BATCH} as well.
 */
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
    },
    /** A message a call: the method takes the {@code TmqMessage} alone. */
    MESSAGE {
        @Override
        MessageListener listener(ListenerTarget target, InvocationSettings settings) {
            return MethodListener.message(target, settings);
        }
    },
    /** The rows of one table in a message a call: the method takes a {@code TableBlock} or {@code Block}. */
    BLOCK {
        @Override
        MessageListener listener(ListenerTarget target, InvocationSettings settings) {
            return MethodListener.block(target, settings);
        }
    };

    abstract MessageListener listener(ListenerTarget target, InvocationSettings settings);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.config;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineSession;
import org.jspecify.annotations.Nullable;

/**
 * What containers ask their server otherwise than by consuming. Thread-safe.
 *
 * @param client null if there is none to ask by: then nothing is known
 */
record ServerQuestions(@Nullable TdengineClient client) {

    /** As {@link io.tdspring.spring.listener.ConsumerFactory#tryLogin}; an open connection of the client's would prove nothing. */
    void tryLogin() {
        if (client != null) {
            try (TdengineSession session = client.newSession().database(null).open()) {
                session.ping();
            }
        }
    }
}

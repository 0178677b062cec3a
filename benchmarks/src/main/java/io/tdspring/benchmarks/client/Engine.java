// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineClientBuilder;

/** What speaks WebSocket for the client. */
public enum Engine {
    OKHTTP;

    TdengineClient connect(String endpoint) {
        return builder(endpoint).build();
    }

    TdengineClientBuilder builder(String endpoint) {
        return TdengineClient.builder().endpoints(endpoint);
    }
}

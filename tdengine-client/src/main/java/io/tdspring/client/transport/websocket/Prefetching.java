// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

/** An answer that has had more sent for, which its caller is sure to ask for next. Thread-safe. */
interface Prefetching {

    /** Has this run once as soon as nothing is on its way; at once if nothing is. It does not wait. */
    void whenFetched(Runnable listener);
}

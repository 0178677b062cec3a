// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.OutputStream;

/** The byte streams under a WebSocket. */
public interface Carrier {

    SocketInput in();

    /** Gets many bytes at once, and is flushed. */
    OutputStream out();

    /** Ends both streams at once; who reads or writes fails. Does not wait; may be called by any thread, and again. */
    void cut();

    /** Frees what is left after {@link #cut()}, when nobody reads or writes any more. */
    default void release() {}
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.transport.Deadline;

/** Sends batches, one at a time. Confined to one thread. */
interface FrameSender extends AutoCloseable {

    /**
     * Sends a batch as one frame and waits until the server has acknowledged it.
     *
     * @throws io.tdspring.error.TdengineException if it has not, or that cannot be known
     */
    void send(Batch batch, Deadline deadline);

    /** Gives the server's statement up. */
    @Override
    void close();
}

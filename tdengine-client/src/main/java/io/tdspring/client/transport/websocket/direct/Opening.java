// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens a socket on the thread that is going to read it, so that another can wait for it until its deadline. Thread-safe.
 */
final class Opening {

    private final Dial dial;
    private final Upgrade upgrade;
    private final CompletableFuture<DirectSocket> opened = new CompletableFuture<>();

    Opening(Dial dial, Upgrade upgrade) {
        this.dial = dial;
        this.upgrade = upgrade;
    }

    /**
     * Opens the socket; to be called once.
     *
     * @param made makes it of its streams
     * @return the socket, to be read, or null if there is none or nobody wants it any more
     */
    @Nullable
    DirectSocket run(BiFunction<Carrier, Compression, DirectSocket> made) {
        try {
            Carrier carrier = dial.dial();
            DirectSocket socket = made.apply(carrier, upgrade.perform(carrier));
            if (opened.complete(socket)) {
                return socket;
            }
            socket.discard();
        } catch (IOException e) {
            opened.completeExceptionally(dial.failed(e));
            dial.cancel();
        } catch (RuntimeException | Error e) {
            // Whoever waits must hear of it, whatever it is.
            opened.completeExceptionally(e);
            dial.cancel();
        }
        return null;
    }

    /**
     * Waits for the socket.
     *
     * @throws TdengineException that says why there is none
     */
    DirectSocket await(Deadline deadline, String what) {
        try {
            return deadline.await(opened, what);
        } catch (TimeoutException e) {
            return atLast(deadline, what);
        } catch (TdengineException e) {
            dial.cancel();
            throw e;
        }
    }

    private DirectSocket atLast(Deadline deadline, String what) {
        TdengineConnectionException late = dial.late();
        if (opened.completeExceptionally(late)) {
            dial.cancel();
            throw late;
        }
        try {
            return deadline.await(opened, what);
        } catch (TimeoutException e) {
            throw late;
        }
    }

    /** Ends the attempt. */
    void cancel() {
        dial.cancel();
    }
}

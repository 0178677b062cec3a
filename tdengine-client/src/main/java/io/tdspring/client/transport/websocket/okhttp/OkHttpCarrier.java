// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.websocket.frame.Carrier;
import io.tdspring.client.transport.websocket.frame.SocketInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.Connection;
import okio.Okio;
import okio.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of a connection that OkHttp has upgraded.
 *
 * <p>What comes in is read through OkHttp, which may have read ahead, 8 KiB at a time. What goes out is written below it,
 * where nothing is left by then: OkHttp would write 8 KiB at a time, and fail on a thread that has been interrupted.
 */
final class OkHttpCarrier implements Carrier {

    private static final Logger log = LoggerFactory.getLogger(OkHttpCarrier.class);

    private final Socket upgraded;
    private final SocketInput in;
    private final OutputStream out;

    /**
     * @param connection on which the upgrade was answered
     */
    OkHttpCarrier(Socket upgraded, Connection connection) throws IOException {
        this.upgraded = upgraded;
        this.in = new SocketInput(Okio.buffer(upgraded.getSource()).inputStream());
        this.out = connection.socket().getOutputStream();
    }

    @Override
    public SocketInput in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void cut() {
        upgraded.cancel();
    }

    /** Closes both streams, whereupon OkHttp forgets the connection. */
    @Override
    public void release() {
        close(upgraded.getSource());
        close(upgraded.getSink());
    }

    private static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            log.debug("closing a stream that was cut failed: {}", e.toString());
        }
    }
}

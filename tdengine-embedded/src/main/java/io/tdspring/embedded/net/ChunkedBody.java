// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.tdspring.embedded.server.HttpAnswer;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A body sent in chunks. Every chunk waits until the one before it has left, so that a slow reader costs one chunk of
 * memory and not the whole result.
 *
 * <p>Confined to the thread that writes the answer.
 */
final class ChunkedBody extends HttpAnswer.Body {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int WRITE_TIMEOUT_SECONDS = 60;

    private final Channel channel;
    private final HttpResponse head;
    private final Runnable afterwards;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int length;
    private boolean begun;
    private boolean ended;

    ChunkedBody(Channel channel, HttpResponse head, Runnable afterwards) {
        this.channel = channel;
        this.head = head;
        this.afterwards = afterwards;
    }

    @Override
    public void write(int value) throws IOException {
        if (length == CHUNK_BYTES) {
            sendChunk();
        }
        chunk[length++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (length == CHUNK_BYTES) {
                sendChunk();
            }
            int part = Math.min(count - done, CHUNK_BYTES - length);
            System.arraycopy(bytes, offset + done, chunk, length, part);
            length += part;
            done += part;
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the connection to be closed
    public void abort() {
        ended = true;
        channel.close();
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        begin();
        if (length > 0) {
            write(new DefaultHttpContent(Unpooled.wrappedBuffer(chunk, 0, length)));
        }
        channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(sent -> afterwards.run());
    }

    private void sendChunk() throws IOException {
        begin();
        byte[] bytes = Arrays.copyOf(chunk, length);
        length = 0;
        ChannelFuture sent = channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
        sent.addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        try {
            if (!sent.await(WRITE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The client has not read for " + WRITE_TIMEOUT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the client read", e);
        }
        if (!sent.isSuccess()) {
            throw new IOException("The client has gone", sent.cause());
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            write(head);
        }
    }

    private void write(HttpObject part) {
        channel.write(part).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}

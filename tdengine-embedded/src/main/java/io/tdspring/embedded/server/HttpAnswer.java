// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.io.OutputStream;

/**
 * Where the answer to one HTTP request goes: either one {@link #send} or one {@link #stream}.
 *
 * <p>For one thread at a time.
 */
public interface HttpAnswer {

    /** The type of every JSON answer. */
    String JSON = "application/json; charset=utf-8";

    /** The connection. */
    Line line();

    /** Sends a whole answer with its length. */
    public void send(int status, String contentType, byte[] body);

    /** Begins an answer with status 200 in chunks; nothing is sent before the first chunk is full or the body ends. */
    Body stream(String contentType);

    /** A body whose length is not known; writing waits while the client does not read. */
    abstract class Body extends OutputStream {

        /** Ends the connection in the middle of the answer. */
        public abstract void abort();

        /** Ends the answer; after another end it does nothing. */
        @Override
        public abstract void close();
    }
}

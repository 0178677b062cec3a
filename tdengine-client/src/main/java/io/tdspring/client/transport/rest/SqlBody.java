// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A statement as the body of a request. Never sent twice, since it may have been executed the first time. */
final class SqlBody extends RequestBody {

    private final byte[] utf8;

    SqlBody(String sql) {
        this.utf8 = sql.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return utf8.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(utf8);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }
}

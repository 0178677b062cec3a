// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A statement as the body of a request. Never sent twice, since it may have been executed the first time. */
final class SqlBody extends RequestBody {

    /** Less than this gzip makes no shorter by so much that it is worth the work. */
    private static final int WORTH_COMPRESSING = 1024;

    private final byte[] content;
    private final boolean compressed;

    private SqlBody(byte[] content, boolean compressed) {
        this.content = content;
        this.compressed = compressed;
    }

    static SqlBody plain(String sql) {
        return new SqlBody(sql.getBytes(StandardCharsets.UTF_8), false);
    }

    /** By gzip, unless the statement is short. */
    static SqlBody compressed(String sql) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return utf8.length < WORTH_COMPRESSING ? new SqlBody(utf8, false) : new SqlBody(gzip(utf8), true);
    }

    private static byte[] gzip(byte[] bytes) {
        Buffer gzip = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(gzip))) {
            sink.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return gzip.readByteArray();
    }

    boolean isCompressed() {
        return compressed;
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(content);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }
}

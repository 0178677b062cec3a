// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.GoText;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /opentsdb/v1/put/telnet/{db}} and {@code …/json/{db}}: OpenTSDB's points. No points are a success.
 *
 * <p>Thread-safe.
 *
 * @param prefix of the path, up to the database
 * @param protocol of the body
 */
record OpenTsdbPut(DatabaseWrite database, String prefix, int protocol) implements SchemalessPath {

    private static final String PUT = "put ";

    @Override
    public void write(HttpCall call) {
        Credentials login = login(call.authorization());
        String requestId = SchemalessPath.parameter(call, "req_id");
        if (!requestId.isEmpty()) {
            check("req_id", () -> GoText.unsigned64(requestId));
        }
        String days = SchemalessPath.parameter(call, "ttl");
        int ttl = days.isEmpty() ? 0 : check("ttl", () -> GoText.int32(days));
        String key = SchemalessPath.parameter(call, "table_name_key");
        String data = protocol == SchemalessInsert.TELNET ? telnetLines(call.body()) : call.body();
        if (!data.isEmpty()) {
            String name = call.path().substring(prefix.length());
            database.write(login, name, new SchemalessInsert(0, protocol, "", data, ttl, key));
        }
    }

    /** The lines without their {@code put} and without blank ones. */
    private static String telnetLines(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.startsWith(PUT) ? line.substring(PUT.length()) : line)
                .collect(Collectors.joining("\n"));
    }

    private static Credentials login(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw error(401, "auth needed");
        }
        if (!BasicLogin.isBasic(header)) {
            throw error(401, "unsupported auth type");
        }
        try {
            return BasicLogin.read(header);
        } catch (IllegalArgumentException e) {
            throw error(401, "illegal base64 data");
        }
    }

    private static <T> T check(String parameter, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw error(400, "illegal param, " + parameter + " must be numeric " + e.getMessage());
        }
    }

    @Override
    public HttpFailure failure(SqlException cause) {
        return error(500, "[0x%x] %s".formatted(cause.code() & 0xffff, cause.getMessage()));
    }

    private static HttpFailure error(int status, @Nullable String message) {
        return new HttpFailure(
                status, JsonWriter.write(out -> out.number("code", status).text("message", message)));
    }
}

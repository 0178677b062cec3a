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

/**
 * {@code POST /influxdb/v1/write}: lines of InfluxDB's protocol.
 *
 * <p>Thread-safe.
 */
record InfluxWrite(DatabaseWrite database) implements SchemalessPath {

    private static final String NANOSECONDS = "ns";

    @Override
    public void write(HttpCall call) {
        Credentials login = login(call);
        String requestId = SchemalessPath.parameter(call, "req_id");
        if (!requestId.isEmpty()) {
            checkNumber("req_id", () -> GoText.unsigned64(requestId));
        }
        String days = SchemalessPath.parameter(call, "ttl");
        int ttl = days.isEmpty() ? 0 : checkNumber("ttl", () -> GoText.int32(days));
        String name = SchemalessPath.parameter(call, "db");
        if (name.isEmpty()) {
            throw refusal("not found", "db required", "get db query");
        }
        String precision = SchemalessPath.parameter(call, "precision");
        SchemalessInsert rows = new SchemalessInsert(
                0,
                SchemalessInsert.LINE,
                precision.isEmpty() ? NANOSECONDS : precision,
                call.body().strip(),
                ttl,
                SchemalessPath.parameter(call, "table_name_key"));
        database.write(login, name, rows);
    }

    private static Credentials login(HttpCall call) {
        String user = SchemalessPath.parameter(call, "u");
        String password = SchemalessPath.parameter(call, "p");
        if (!user.isEmpty() && !password.isEmpty()) {
            return new Credentials(user, password);
        }
        String header = call.authorization();
        if (header == null || !BasicLogin.isBasic(header)) {
            throw unauthorized();
        }
        try {
            return BasicLogin.read(header);
        } catch (IllegalArgumentException e) {
            throw unauthorized();
        }
    }

    private static <T> T checkNumber(String parameter, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw refusal("illegal param", parameter + " must be numeric", "parse " + parameter);
        }
    }

    @Override
    public HttpFailure failure(SqlException cause) {
        String message = "[0x%x] %s".formatted(cause.code() & 0xffff, cause.getMessage());
        return new HttpFailure(500, error("internal error", message));
    }

    private static HttpFailure unauthorized() {
        return new HttpFailure(401, error("forbidden", "get auth error"));
    }

    private static String error(String code, String message) {
        return JsonWriter.write(out -> out.text("code", code).text("message", message));
    }

    private static HttpFailure refusal(String code, String message, String operation) {
        return new HttpFailure(
                400,
                JsonWriter.write(out -> out.text("code", code)
                        .text("message", message)
                        .text("op", operation)
                        .text("err", message)
                        .number("line", 0)));
    }
}

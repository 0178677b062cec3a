// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Logs in, once for each connection; answered by {@link ConnectResponse}. Its text form hides the password.
 *
 * @param database the database to select, or null or empty for none
 * @param timeZone the IANA zone of the connection, or null for the server's
 * @param application a name to show for this connection, or null
 * @param mode 0 for BI mode, in which {@code select *} of a super table ends with {@code tbname}; else null
 */
public record ConnectRequest(
        long requestId,
        String user,
        String password,
        @Nullable String database,
        @Nullable String timeZone,
        @Nullable String application,
        @Nullable Integer mode)
        implements TextRequest {

    public static final String ACTION = "conn";

    /** A request without a mode. */
    public ConnectRequest(
            long requestId,
            String user,
            String password,
            @Nullable String database,
            @Nullable String timeZone,
            @Nullable String application) {
        this(requestId, user, password, database, timeZone, application, null);
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.text("user", user).text("password", password);
        writeIfSet(out, "db", database);
        if (mode != null) {
            out.number("mode", mode);
        }
        writeIfSet(out, "tz", timeZone);
        writeIfSet(out, "app", application);
    }

    private static void writeIfSet(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.text(name, value);
        }
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static ConnectRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static ConnectRequest read(RequestEnvelope request) {
        return request.arguments(ConnectRequest::of);
    }

    private static ConnectRequest of(JsonObject args) {
        return new ConnectRequest(
                args.unsigned("req_id"),
                args.text("user"),
                args.text("password"),
                args.textOrNull("db"),
                args.textOrNull("tz"),
                args.textOrNull("app"),
                args.isNull("mode") ? null : args.int32("mode"));
    }

    @Override
    public String toString() {
        return "ConnectRequest[requestId=" + Long.toUnsignedString(requestId) + ", user=" + user + ", database="
                + database + "]";
    }
}

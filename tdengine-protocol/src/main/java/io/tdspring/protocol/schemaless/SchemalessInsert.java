// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Writes rows into the connection's current database, whose tables need not be there yet; answered by
 * {@link SchemalessInsertResponse}.
 *
 * @param protocol {@link #LINE}, {@link #TELNET} or {@link #JSON}; 0 is none
 * @param precision the unit of the timestamps: {@code h}, {@code m}, {@code s}, {@code ms}, {@code u} or {@code ns};
 *     anything else leaves it to the protocol
 * @param data lines ending with newlines, or a JSON document
 * @param ttl days that new child tables live, 0 for ever
 * @param tableNameKey the tag by whose value child tables are called; empty for generated names
 */
public record SchemalessInsert(
        long requestId, int protocol, String precision, String data, int ttl, String tableNameKey)
        implements TextRequest {

    public static final String ACTION = "insert";

    /** InfluxDB's line protocol. */
    public static final int LINE = 1;

    /** OpenTSDB's telnet lines, without their {@code put}. */
    public static final int TELNET = 2;

    /** OpenTSDB's JSON. */
    public static final int JSON = 3;

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.number("protocol", protocol).text("precision", precision).text("data", data);
        if (ttl != 0) {
            out.number("ttl", ttl);
        }
        if (!tableNameKey.isEmpty()) {
            out.text("table_name_key", tableNameKey);
        }
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static SchemalessInsert read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static SchemalessInsert read(RequestEnvelope request) {
        return request.arguments(SchemalessInsert::of);
    }

    private static SchemalessInsert of(JsonObject args) {
        return new SchemalessInsert(
                args.unsigned("req_id"),
                args.int32("protocol"),
                args.text("precision"),
                args.text("data"),
                args.int32("ttl"),
                args.text("table_name_key"));
    }

    /** Without the data, which is the caller's. */
    @Override
    public String toString() {
        return "SchemalessInsert[requestId=" + Long.toUnsignedString(requestId) + ", protocol=" + protocol + "]";
    }
}

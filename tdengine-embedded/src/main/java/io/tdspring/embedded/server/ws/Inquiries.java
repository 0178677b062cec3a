// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.ws.CurrentDatabaseResponse;
import io.tdspring.protocol.ws.NumFieldsResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ServerInfoResponse;
import io.tdspring.protocol.ws.ServerStatusResponse;
import io.tdspring.protocol.ws.ValidateSqlResponse;
import io.tdspring.protocol.ws.VersionRequest;
import io.tdspring.protocol.ws.VersionResponse;

/**
 * What the actions do that only ask for something.
 *
 * <p>Thread-safe.
 */
final class Inquiries {

    private static final int ERROR = 0x8000_0000;
    private static final int NOT_SUPPORTED = 0x0100;

    private final ServerSettings settings;
    private final OpenResults results;

    Inquiries(ServerSettings settings, OpenResults results) {
        this.settings = settings;
        this.results = results;
    }

    void version(RequestEnvelope request, Reply reply) {
        VersionRequest.read(request);
        reply.send(new VersionResponse(reply.ok(), settings.version().toString()));
    }

    /** Tells that this server works; whether another one does, it does not find out. */
    void status(RequestEnvelope request, Reply reply) {
        String host = request.arguments(args -> {
            args.unsigned("req_id");
            args.int32("port");
            return args.text("fqdn");
        });
        if (!host.isEmpty()) {
            throw SqlException.notSupported("the status of another server");
        }
        reply.send(new ServerStatusResponse(reply.ok(), ServerStatusResponse.AVAILABLE, ""));
    }

    void currentDatabase(SqlConnection connection, Reply reply) {
        String database = connection.database();
        reply.send(new CurrentDatabaseResponse(reply.ok(), database == null ? "" : database));
    }

    void serverInfo(Reply reply) {
        String info = "ver:" + settings.version() + "\nbuild:embedded\ngitinfo:embedded";
        reply.send(new ServerInfoResponse(reply.ok(), info));
    }

    void numFields(RequestEnvelope request, Reply reply) {
        long id = request.arguments(args -> {
            args.unsigned("req_id");
            return args.unsigned("result_id");
        });
        reply.send(
                new NumFieldsResponse(reply.ok(), results.require(id).widths().size()));
    }

    /** The verdict on a statement; no verdict if this server cannot find out. */
    void validate(String sql, SqlConnection connection, Reply reply) {
        int verdict = 0;
        try {
            connection.validate(sql.strip());
        } catch (SqlException e) {
            if (e.code() == NOT_SUPPORTED) {
                throw e;
            }
            verdict = ERROR | e.code();
        }
        reply.send(new ValidateSqlResponse(reply.ok(), verdict));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of {@code options_connection}. The time zone and the application's name have an effect here.
 *
 * @param value null to reset it
 */
record ConnectionOptions(int option, @Nullable String value) {

    private static final int CLEAR_ALL = -1;
    private static final int CHARSET = 0;
    private static final int TIME_ZONE = 1;
    private static final int USER_IP = 2;
    private static final int USER_APP = 3;

    /** Applies the options in their order up to the first that is wrong. */
    static void apply(RequestEnvelope request, QueryLogin login, Reply reply) {
        List<ConnectionOptions> options = request.arguments(args -> {
            args.unsigned("req_id");
            return args.objects("options").stream().map(ConnectionOptions::of).toList();
        });
        options.forEach(option -> option.applyTo(login));
        reply.sendOk();
    }

    private static ConnectionOptions of(JsonObject option) {
        return new ConnectionOptions(option.int32("option"), option.textOrNull("value"));
    }

    private void applyTo(QueryLogin login) {
        SqlConnection connection = login.connection();
        switch (option) {
            case CLEAR_ALL -> {
                connection.setZone(null);
                login.setApplication(null);
            }
            case TIME_ZONE -> connection.setZone(value == null ? null : QueryLogin.zoneOrUtc(value));
            case CHARSET -> checkCharset();
            case USER_APP -> login.setApplication(value);
            case USER_IP -> {}
            default -> throw new SqlException(0x0118, "Invalid parameters");
        }
    }

    private void checkCharset() {
        if (value == null) {
            return;
        }
        try {
            Charset.forName(value);
        } catch (IllegalArgumentException e) {
            throw new SqlException(0x0016, "Invalid argument");
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.Users;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP paths of schemaless writing.
 *
 * <p>Thread-safe.
 */
public final class SchemalessHttp {

    private static final String INFLUX = "/influxdb/v1/write";
    private static final String TELNET = "/opentsdb/v1/put/telnet/";
    private static final String JSON = "/opentsdb/v1/put/json/";
    private static final int NO_CONTENT = 204;

    private final SchemalessPath influx;
    private final SchemalessPath telnet;
    private final SchemalessPath json;

    public SchemalessHttp(SqlEngine engine, Users users) {
        DatabaseWrite database = new DatabaseWrite(engine, users);
        this.influx = new InfluxWrite(database);
        this.telnet = new OpenTsdbPut(database, TELNET, SchemalessInsert.TELNET);
        this.json = new OpenTsdbPut(database, JSON, SchemalessInsert.JSON);
    }

    /** Whether a request is one for {@link #answer}. */
    public boolean answers(HttpCall call) {
        return call.method().equals("POST") && find(call.path()) != null;
    }

    private @Nullable SchemalessPath find(String path) {
        if (path.equals(INFLUX)) {
            return influx;
        }
        if (isDatabaseOf(TELNET, path)) {
            return telnet;
        }
        return isDatabaseOf(JSON, path) ? json : null;
    }

    private static boolean isDatabaseOf(String prefix, String path) {
        return path.startsWith(prefix) && path.length() > prefix.length() && path.indexOf('/', prefix.length()) < 0;
    }

    /** Writes the rows of a request and answers. */
    public void answer(HttpCall call, HttpAnswer answer) {
        SchemalessPath path = Objects.requireNonNull(find(call.path()));
        HttpFailure failure;
        try {
            path.write(call);
            answer.send(NO_CONTENT, "", new byte[0]);
            return;
        } catch (HttpFailure e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = path.failure(Failures.of(e));
        }
        String body = Objects.requireNonNullElse(failure.getMessage(), "");
        answer.send(failure.status(), HttpAnswer.JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}

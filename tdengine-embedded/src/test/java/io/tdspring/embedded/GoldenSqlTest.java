// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * All statements of {@code golden/sql} over REST, answered as by a real server, but for those that are listed in
 * {@code differences/sql}: what is not listed must not differ, and what is listed must.
 */
class GoldenSqlTest {

    /** No recording depends on the time of day, but KEEP drops what is ten years old. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("io.tdspring.embedded.SqlRecording#topics")
    void answersAsRecorded(String topic) {
        Difference.check("sql", topic, replay(SqlRecording.read(topic)));
    }

    private static List<Difference> replay(SqlRecording recording) {
        List<Difference> differences = new ArrayList<>();
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().clock(CLOCK).start()) {
            RestPeer rest = new RestPeer(server);
            for (SqlRecording.Statement statement : recording.setup()) {
                Optional<Difference> failure = difference(rest, statement);
                if (failure.isPresent()) {
                    // Without its tables no answer of this topic means anything.
                    return recording.statements().stream()
                            .map(each -> at(each, failure.get()))
                            .toList();
                }
            }
            for (SqlRecording.Statement statement : recording.statements()) {
                difference(rest, statement).ifPresent(differences::add);
            }
        }
        return differences;
    }

    /** The same of a statement that could not be tried because of this one. */
    private static Difference at(SqlRecording.Statement statement, Difference failure) {
        String sql = Resources.JSON.writeValueAsString(statement.sql());
        return new Difference(statement.line(), failure.kind(), sql, failure.why());
    }

    private static Optional<Difference> difference(RestPeer rest, SqlRecording.Statement statement) {
        JsonNode answer = answer(rest, statement);
        return SqlAnswers.difference(statement, answer)
                .map(difference -> Difference.of(
                        statement.line(),
                        statement.sql(),
                        answer.get("code").asInt(),
                        answer.path("desc").asString(""),
                        difference));
    }

    private static JsonNode answer(RestPeer rest, SqlRecording.Statement statement) {
        HttpRequest request = rest.request(statement.path())
                .header("Authorization", statement.authorization())
                .POST(HttpRequest.BodyPublishers.ofString(statement.sql()))
                .build();
        String body = rest.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Resources.JSON.readTree(body);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
 *
 * <p>Where list and server disagree, the list as it would have to be is left in {@code target/differences}; it is to be
 * taken over only after each new line has been understood. The reason of a wrong answer is written by hand.
 */
class GoldenSqlTest {

    /** No recording depends on the time of day, but KEEP drops what is ten years old. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("io.tdspring.embedded.SqlRecording#topics")
    void answersAsRecorded(String topic) throws IOException {
        List<SqlDifference> known = SqlDifference.known(topic);

        List<SqlDifference> differences = replay(SqlRecording.read(topic));

        List<String> expected = known.stream().map(SqlDifference::key).toList();
        List<String> actual = differences.stream().map(SqlDifference::key).toList();
        if (!actual.equals(expected)) {
            leaveList(topic, differences);
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(known).allSatisfy(difference -> assertThat(difference.why()).isNotBlank());
    }

    private static List<SqlDifference> replay(SqlRecording recording) {
        List<SqlDifference> differences = new ArrayList<>();
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().clock(CLOCK).start()) {
            RestPeer rest = new RestPeer(server);
            for (SqlRecording.Statement statement : recording.setup()) {
                Optional<SqlDifference> failure = difference(rest, statement);
                if (failure.isPresent()) {
                    // Without its tables no answer of this topic means anything.
                    return recording.statements().stream()
                            .map(failure.get()::at)
                            .toList();
                }
            }
            for (SqlRecording.Statement statement : recording.statements()) {
                difference(rest, statement).ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<SqlDifference> difference(RestPeer rest, SqlRecording.Statement statement) {
        JsonNode answer = answer(rest, statement);
        return SqlAnswers.difference(statement, answer)
                .map(difference -> SqlDifference.of(
                        statement,
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

    private static void leaveList(String topic, List<SqlDifference> differences) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "differences"));
        Files.write(
                folder.resolve(topic + ".tsv"),
                differences.stream().map(SqlDifference::asLine).toList());
    }
}

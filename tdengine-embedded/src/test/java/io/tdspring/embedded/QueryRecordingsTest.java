// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All conversations of {@code golden/ws}, answered as by a real server, but for the requests that are listed in
 * {@code differences/ws}: what is not listed must not differ, and what is listed must.
 */
class QueryRecordingsTest {

    /** Prepared statements, schemaless writing and subscriptions have tests of their own. */
    private static final List<String> NOT_REPLAYED_HERE =
            List.of("stmt", "schemaless", "tmq", "peer-jdbc-3.9.0-tmq", "legacy-rest-schemaless");

    private static final String LEGACY = "legacy-";

    private static EmbeddedTdengine server;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        GoldenData.create(new RestPeer(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> recordings() {
        return Resources.names("ws").stream()
                .filter(file -> file.contains(".jsonl"))
                .map(file -> file.substring(0, file.indexOf(".jsonl")))
                .filter(name -> NOT_REPLAYED_HERE.stream().noneMatch(name::startsWith))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(String name) {
        Conversation recorded = Conversation.read(name);

        List<Difference> differences = changesSomething(recorded)
                ? onAServerOfItsOwn(own -> differences(own, name, recorded))
                : differences(server, name, recorded);

        Difference.check("ws", name, differences);
    }

    private static boolean changesSomething(Conversation recorded) {
        return recorded.exchanges().stream()
                .flatMap(exchange -> exchange.answers().stream())
                .anyMatch(answer -> answer.contains("\"is_update\":true") || answer.contains("\"affected\""));
    }

    private static <T> T onAServerOfItsOwn(Function<EmbeddedTdengine, T> replay) {
        try (EmbeddedTdengine own = EmbeddedTdengine.builder().start()) {
            GoldenData.create(new RestPeer(own));
            return replay.apply(own);
        }
    }

    private static List<Difference> differences(EmbeddedTdengine server, String name, Conversation recorded) {
        String path =
                name.startsWith(LEGACY) ? "/" + name.substring(LEGACY.length()).replace('-', '/') : "/ws";
        try (WebSocketPeer peer = new WebSocketPeer(server, path)) {
            return new ConversationReplay(peer).differences(recorded);
        } catch (UncheckedIOException e) {
            return List.of(new Difference(
                    1, Difference.WRONG, Resources.JSON.writeValueAsString(path), "the connection is refused"));
        }
    }
}

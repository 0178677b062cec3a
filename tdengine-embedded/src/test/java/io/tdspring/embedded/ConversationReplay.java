// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.embedded.Conversation.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says to a server what was said to a real one, and compares the answers, but for timings and ids.
 *
 * <p>Requests between which the real server said nothing are sent without waiting, too; their answers may come in any
 * order. What depends on a result or a statement that this server refused is left out. For one conversation.
 */
final class ConversationReplay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For an answer that must not come. */
    private static final Duration SILENCE = Duration.ofMillis(200);

    private static final String NOTHING = "nothing";
    private static final int SHORT = 200;

    private final WebSocketPeer peer;
    private final RecordedIds ids = new RecordedIds();
    private final List<Difference> differences = new ArrayList<>();
    /** Keys of blocks that may still come. */
    private final Set<String> neverSent = new HashSet<>();

    ConversationReplay(WebSocketPeer peer) {
        this.peer = peer;
    }

    List<Difference> differences(Conversation conversation) {
        List<Exchange> together = new ArrayList<>();
        for (Exchange exchange : conversation.exchanges()) {
            if (ids.isAboutNothing(exchange)) {
                continue;
            }
            together.add(exchange);
            send(exchange);
            if (!exchange.answers().isEmpty()) {
                compare(together);
                together.clear();
            }
        }
        List<Exchange> unanswered = List.copyOf(together);
        String tooMuch = peer.receiveWithin(SILENCE);
        if (tooMuch != null && !neverSent.contains(ids.keyOf(tooMuch)) && !unanswered.isEmpty()) {
            add(unanswered.get(0), tooMuch, NOTHING);
        }
        return List.copyOf(differences);
    }

    private void send(Exchange exchange) {
        String request = ids.inRequest(exchange);
        if (exchange.isText()) {
            peer.sendText(request);
        } else {
            peer.sendBinary(request);
        }
    }

    private void compare(List<Exchange> together) {
        List<String> expected = together.get(together.size() - 1).answers();
        collectNeverSent(together);
        List<String> answers = receive(expected.size());
        for (String answer : expected) {
            Exchange exchange = requestOf(answer, together);
            String key = ids.keyOf(answer);
            String actual = answers.stream()
                    .filter(each -> ids.keyOf(each).equals(key))
                    .findFirst()
                    .orElse(answers.isEmpty() ? NOTHING : answers.get(0));
            answers.remove(actual);
            ids.learn(answer, actual);
            if (!same(actual, answer)) {
                add(exchange, actual, answer);
            }
        }
    }

    private boolean same(String actual, String recorded) {
        // Too short to be any answer: that none came.
        return !actual.equals(NOTHING) && Conversation.comparable(actual).equals(ids.comparable(recorded));
    }

    private List<String> receive(int number) {
        List<String> answers = new ArrayList<>();
        while (answers.size() < number) {
            String answer = peer.receiveWithin(PATIENCE);
            if (answer == null || answer.equals(WebSocketPeer.CLOSED)) {
                break;
            }
            if (!neverSent.contains(ids.keyOf(answer))) {
                answers.add(answer);
            }
        }
        return answers;
    }

    /** Blocks that the real server no longer sent, because their result was freed at the same time. */
    private void collectNeverSent(List<Exchange> together) {
        together.stream().map(RecordedIds::keyOfRequest).forEach(neverSent::add);
        neverSent.removeIf(key -> !key.startsWith(RecordedIds.BLOCK));
        together.get(together.size() - 1).answers().forEach(answer -> neverSent.remove(ids.keyOf(answer)));
    }

    private Exchange requestOf(String answer, List<Exchange> together) {
        String key = ids.keyOf(answer);
        return together.stream()
                .filter(each -> RecordedIds.keyOfRequest(each).equals(key))
                .findFirst()
                .orElse(together.get(together.size() - 1));
    }

    private void add(Exchange exchange, String actual, @Nullable String expected) {
        boolean isJson = actual.startsWith("{");
        JsonNode json = isJson ? Resources.JSON.readTree(actual) : Resources.JSON.createObjectNode();
        differences.add(Difference.of(
                exchange.line(),
                RecordedIds.readable(exchange),
                json.path("code").asInt(0),
                json.path("message").asString(""),
                "answered " + shortened(actual) + ", not " + shortened(String.valueOf(expected))));
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}

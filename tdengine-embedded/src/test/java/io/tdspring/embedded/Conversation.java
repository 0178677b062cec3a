// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client and a real server said to each other on a WebSocket.
 *
 * @param exchanges each a request with the answers that followed it
 */
record Conversation(List<Exchange> exchanges) {

    /**
     * A request and what followed.
     *
     * @param line of the recording, or 0
     * @param request a text or, for a binary message, hex
     */
    record Exchange(int line, String request, boolean isText, List<String> answers) {

        /** One that was not said so. */
        Exchange(String request, boolean isText, List<String> answers) {
            this(0, request, isText, answers);
        }
    }

    static Conversation read(String name) {
        String file = name + ".jsonl";
        boolean packed = !Resources.names("ws").contains(file);
        List<Exchange> exchanges = new ArrayList<>();
        List<String> lines =
                Resources.text("ws/" + file + (packed ? ".gz" : "")).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode message = Resources.JSON.readTree(lines.get(i));
            boolean isText = message.has("text");
            String content = message.get(isText ? "text" : "hex").asString();
            if (message.get("dir").asString().equals("c>s")) {
                exchanges.add(new Exchange(i + 1, content, isText, new ArrayList<>()));
            } else {
                exchanges.get(exchanges.size() - 1).answers().add(content);
            }
        }
        return new Conversation(exchanges);
    }

    /** Without the requests that are of no use here. */
    Conversation without(Predicate<String> request) {
        return new Conversation(
                exchanges.stream().filter(each -> !request.test(each.request())).toList());
    }

    Conversation changing(UnaryOperator<String> request) {
        return new Conversation(exchanges.stream()
                .map(each -> new Exchange(each.line(), request.apply(each.request()), each.isText(), each.answers()))
                .toList());
    }

    /** Says it to a server, which must answer the same. */
    void replay(WebSocketPeer peer) {
        assertThat(new ConversationReplay(peer).differences(this)).isEmpty();
    }

    /** An answer without what differs from run to run: timing, and what says how the server was built. */
    static Object comparable(String answer) {
        if (answer.startsWith("{")) {
            ObjectNode json = (ObjectNode) Resources.JSON.readTree(answer);
            json.remove("timing");
            if (json.has("message")) {
                // The number of a schemaless request.
                json.put("message", json.get("message").asString().replaceFirst("^SML:0x[0-9a-f]+", "SML:0x0"));
            }
            if (json.has("info")) {
                json.put("info", json.get("info").asString().lines().findFirst().orElse(""));
            }
            return json;
        }
        // Nanoseconds stand behind flag, action and version, or in an answer to fetch_block at the front.
        return answer.startsWith("ffffffffffffffff")
                ? answer.substring(0, 36) + "-".repeat(16) + answer.substring(52)
                : "-".repeat(16) + answer.substring(16);
    }
}

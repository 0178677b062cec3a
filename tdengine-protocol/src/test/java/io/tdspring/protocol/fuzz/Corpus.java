// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.fuzz;

import io.tdspring.protocol.Recording;
import io.tdspring.protocol.Recording.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Recorded messages, to be damaged. */
final class Corpus {

    /** Longer ones only cost time; they are made of the same parts. */
    private static final int MOST_BYTES = 4_000;

    private Corpus() {}

    /** Frames of the server's, or of the client's. */
    static List<byte[]> frames(boolean fromClient, Predicate<ByteBuffer> which) {
        return small(Recording.all("").stream()
                .flatMap(recording -> recording.frames(fromClient).stream())
                .filter(which)
                .map(Corpus::bytes));
    }

    /** Texts of one action on the endpoints of subscriptions, or on the others. */
    static List<byte[]> texts(boolean fromClient, boolean ofTopics, String action) {
        return small(Recording.all("").stream()
                .filter(recording -> recording.name().contains("tmq") == ofTopics)
                .flatMap(recording -> recording.messages().stream())
                .filter(message -> message.isText() && message.fromClient() == fromClient)
                .filter(message -> action.equals(actionOf(message)))
                .map(message -> message.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Bodies of the recorded answers to statements over HTTP. */
    static List<byte[]> restAnswers() {
        try (Stream<Path> files =
                Files.list(Path.of(Corpus.class.getResource("/golden/rest").toURI()))) {
            return small(files.map(file -> Recording.json("/golden/rest/" + file.getFileName()))
                    .filter(exchange ->
                            exchange.get("request").get("path").stringValue().startsWith("/rest/sql"))
                    .map(exchange -> exchange.get("response").get("body").stringValue())
                    .filter(body -> !body.isEmpty())
                    .map(body -> body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String actionOf(Message message) {
        try {
            return message.json().path("action").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    static List<byte[]> small(Stream<byte[]> messages) {
        return messages.filter(bytes -> bytes.length <= MOST_BYTES).toList();
    }

    static byte[] bytes(ByteBuffer of) {
        byte[] bytes = new byte[of.remaining()];
        of.duplicate().get(bytes);
        return bytes;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The recorded HTTP requests as bytes on a socket. */
final class RawRequests {

    static final byte[] PING =
            "GET /-/ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEADLINE_MILLIS = 30_000;

    private RawRequests() {}

    static List<byte[]> all() {
        try (Stream<Path> files = Files.list(SqlTopic.golden("rest"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RawRequests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            JsonNode request = JSON.readTree(Files.readString(file)).get("request");
            StringBuilder head = new StringBuilder()
                    .append(request.get("method").asString())
                    .append(' ')
                    .append(request.get("path").asString())
                    .append(" HTTP/1.1\r\n");
            request.get("headers")
                    .forEachEntry((name, value) -> head.append(name)
                            .append(": ")
                            .append(value.asString())
                            .append("\r\n"));
            byte[] body = request.has("body_hex")
                    ? HexFormat.of().parseHex(request.get("body_hex").asString())
                    : request.path("body").asString("").getBytes(StandardCharsets.UTF_8);
            head.append("Connection: close\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n\r\n");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(body);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the bytes and the end of them, and returns what comes back until the server ends the connection. */
    static String send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // The server may end a connection whose request makes no sense.
            return "";
        }
    }
}

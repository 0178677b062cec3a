// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What matters below the level of requests. */
class HttpConnectionTest {

    private static final String HEAD = "Host: x\r\nAuthorization: " + RestPeer.ROOT + "\r\nContent-Length: ";

    private EmbeddedTdengine server;
    private Socket socket;
    private OutputStream out;
    private BufferedReader in;

    @BeforeEach
    void connect() throws IOException {
        server = EmbeddedTdengine.builder().start();
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String post(String sql) {
        return "POST /rest/sql HTTP/1.1\r\n" + HEAD + sql.length() + "\r\n\r\n" + sql;
    }

    /** Reads lines up to and including the answers to as many statements. */
    private List<String> answers(int count) throws IOException {
        List<String> answers = new ArrayList<>();
        while (answers.size() < count) {
            String line = in.readLine();
            if (line.startsWith("{\"code\"")) {
                answers.add(line);
            }
        }
        return answers;
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        send(post("create database a") + post("selec 1") + post("drop database a") + post("create database a"));

        assertThat(answers(4))
                .extracting(answer -> answer.substring(0, 11))
                .containsExactly("{\"code\":0,\"", "{\"code\":972", "{\"code\":0,\"", "{\"code\":0,\"");
    }

    @Test
    void answersMorePipelinedRequestsThanItLetsWait() throws IOException {
        int count = 120;

        send(post("select server_version()").repeat(count));

        assertThat(answers(count)).allSatisfy(answer -> assertThat(answer).startsWith("{\"code\":0,"));
    }

    @Test
    void waitsForABodyThatComesLater() throws IOException {
        send("POST /rest/sql HTTP/1.1\r\nExpect: 100-continue\r\n" + HEAD + "17\r\n\r\n");
        String interim = in.readLine();

        send("create database a");

        assertThat(interim).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(answers(1).get(0)).startsWith("{\"code\":0,");
    }

    @Test
    void refusesWhatIsNoHttp() throws IOException {
        send("nonsense\r\n\r\n");

        assertThat(in.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(in.lines()).contains("Bad Request");
    }

    @Test
    void servesAClientThatWouldRatherSpeakHttp2() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + "/-/ping"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}

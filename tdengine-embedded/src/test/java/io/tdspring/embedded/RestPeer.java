// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A REST client made of nothing but the JDK. */
final class RestPeer {

    static final String ROOT = "Basic cm9vdDp0YW9zZGF0YQ==";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EmbeddedTdengine server;

    RestPeer(EmbeddedTdengine server) {
        this.server = server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + path))
                .timeout(Duration.ofSeconds(20));
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String body) {
        HttpRequest request = request(path)
                .header("Authorization", ROOT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Runs a statement, which must succeed. */
    JsonNode run(String path, String sql) {
        HttpResponse<String> response = post(path, sql);
        JsonNode answer = Resources.JSON.readTree(response.body());
        if (answer.path("code").asInt(-1) != 0) {
            throw new IllegalStateException(sql + " answered " + response.body());
        }
        return answer;
    }
}

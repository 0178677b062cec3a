// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.ServerVersion;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.UnsupportedFeatureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of capabilities says works, and what it says does not is refused in the way that it says. */
@ParameterizedClass
@MethodSource("versionsAndCarriers")
class CapabilitiesTest {

    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern RANGE = Pattern.compile("from ([\\d.]+)(?: before ([\\d.]+))?");

    private final ServerVersion version;
    private final TransportType transport;
    private final EmbeddedTdengine server;
    private final TdengineClient client;

    CapabilitiesTest(String version, TransportType transport, WebSocketEngineType engine) {
        this.version = new ServerVersion(version);
        this.transport = transport;
        this.server = EmbeddedTdengine.builder().version(version).start();
        this.client = TdengineClient.builder()
                .transport(transport)
                .webSocketEngine(engine)
                .endpoints(server.endpoint())
                .build();
    }

    static Stream<Arguments> versionsAndCarriers() {
        Stream<Arguments> versions = Stream.of(
                        "3.3.2.0", "3.3.5.0", "3.3.6.0", "3.3.7.0", "3.3.7.5", "3.4.0.0", "3.4.1.13")
                .flatMap(version -> Stream.of(
                        Arguments.of(version, TransportType.WEBSOCKET, WebSocketEngineType.OKHTTP),
                        Arguments.of(version, TransportType.REST, WebSocketEngineType.AUTO)));
        // An engine knows nothing of versions.
        return Stream.concat(
                versions, Stream.of(Arguments.of("3.3.7.5", TransportType.WEBSOCKET, WebSocketEngineType.DIRECT)));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatThePageSays(Capability capability) throws IOException {
        client.execute("create database d");
        String said = said(capability);
        Matcher range = RANGE.matcher(said);

        if (said.equals("no")) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> capability.attempt(client, "d"))
                    .withMessageContaining(transport == TransportType.REST ? "use transport websocket" : "rest");
        } else if (!range.matches()) {
            throw new AssertionError("the page says " + said);
        } else if (isOlderThan(range.group(1))) {
            refuses(capability, range.group(1));
        } else if (range.group(2) != null && !isOlderThan(range.group(2))) {
            refuses(capability, range.group(2));
        } else {
            capability.attempt(client, "d");
        }
    }

    private boolean isOlderThan(String other) {
        return version.isOlderThan(new ServerVersion(other));
    }

    private void refuses(Capability capability, String bound) {
        if (capability == Capability.DECIMAL || capability == Capability.BLOB) {
            assertThatExceptionOfType(TdengineProgrammingException.class)
                    .isThrownBy(() -> capability.attempt(client, "d"));
        } else {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> capability.attempt(client, "d"))
                    .withMessageContaining(bound)
                    .withMessageContaining(version.text());
        }
    }

    private String said(Capability capability) throws IOException {
        return table().stream()
                .filter(row -> row.get(0).equals(capability.title()))
                .map(row -> row.get(transport == TransportType.WEBSOCKET ? 1 : 2))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageNamesWhatIsTried() throws IOException {
        assertThat(table().stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(Arrays.stream(Capability.values())
                        .map(Capability::title)
                        .toList());
    }

    private static List<List<String>> table() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "capabilities.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(List.of(row.group(1), row.group(2), row.group(3)));
            }
        }
        return rows;
    }
}

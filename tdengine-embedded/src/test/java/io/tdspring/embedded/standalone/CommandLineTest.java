// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.EmbeddedTdengine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private static final Map<String, String> NO_PASSWORD = Map.of();
    private static final Map<String, String> PASSWORD = Map.of("TDENGINE_PASSWORD", "s3cret-pässwörd");

    private static int login(EmbeddedTdengine server, String user, String password)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.endpoint() + "/rest/sql"))
                .header("Authorization", "Basic " + login)
                .POST(HttpRequest.BodyPublishers.ofString("show databases"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return Integer.parseInt(answer.replaceAll("(?s)\\{\"code\":(\\d+).*", "$1"));
    }

    @Test
    void startsAServerWithThePasswordOfTheEnvironment() throws IOException, InterruptedException {
        CommandLine commandLine = CommandLine.read(PASSWORD, "--port=0", "--user=ada", "--zone=Europe/Berlin");

        try (EmbeddedTdengine server = commandLine.builder().start()) {
            assertThat(login(server, "ada", "s3cret-pässwörd")).isZero();
            assertThat(login(server, "ada", "taosdata")).isEqualTo(0x0357);
            assertThat(login(server, "root", "taosdata")).isEqualTo(0x0357);
        }
    }

    @Test
    void startsOnLoopbackWithThePasswordThatEverybodyKnows() throws IOException, InterruptedException {
        try (EmbeddedTdengine server =
                CommandLine.read(NO_PASSWORD, "--port=0").builder().start()) {
            assertThat(server.host()).isEqualTo("127.0.0.1");
            assertThat(login(server, "root", "taosdata")).isZero();
        }
    }

    @Test
    void doesNotListenToOthersWithThePasswordThatEverybodyKnows() {
        assertThatThrownBy(() -> CommandLine.read(NO_PASSWORD, "--host=0.0.0.0").builder())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("TDENGINE_PASSWORD")
                .hasMessageContaining("--insecure");
        assertThat(CommandLine.read(NO_PASSWORD, "--host=0.0.0.0", "--insecure").builder())
                .isNotNull();
        assertThat(CommandLine.read(PASSWORD, "--host=0.0.0.0").builder()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=1, There is no option --prot; did you mean --port?",
        "--hos, There is no option --hos; did you mean --host?",
        "--inscure, did you mean --insecure?",
        "6041, There is no option 6041",
        "--port, --port needs a value",
        "--insecure=yes, --insecure takes no value"
    })
    void namesWhatItDoesNotUnderstand(String argument, String message) {
        assertThatThrownBy(() -> CommandLine.read(NO_PASSWORD, argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--port=65536, '--port is a number from 0 to 65535, not 65536'",
        "--port=x, 'not x'",
        "--zone=Mars/Base, There is no time zone Mars/Base",
        "--user=, --user needs a value"
    })
    void namesValuesThatAreWrong(String argument, String message) {
        assertThatThrownBy(() -> CommandLine.read(NO_PASSWORD, argument).builder())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnOptionGivenTwice() {
        assertThatThrownBy(() -> CommandLine.read(NO_PASSWORD, "--port=1", "--port=2"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port is given twice");
    }

    @Test
    void helpsWithAllOptionsAndThePassword() {
        assertThat(CommandLine.read(NO_PASSWORD, "--help").wantsHelp()).isTrue();
        assertThat(CommandLine.help())
                .contains("--host=NAME", "--port=NUMBER", "--zone=ZONE", "--user=NAME", "--insecure", "--help")
                .contains("TDENGINE_PASSWORD");
    }

    @Test
    void keepsThePasswordOutOfItsTextForm() {
        assertThat(CommandLine.read(PASSWORD, "--port=0")).asString().doesNotContain("s3cret");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

    private static final String INTRODUCTION = """
            # The options of a client

            Made by `OptionsPageTest` from `ClientOption`; do not edit.

            An option can be set

            - by a method of `TdengineClient.builder()`;
            - by name: `builder().option("connect-timeout", "5s")`;
            - in a URL, for `TdengineClient.connect(url)` and `builder().url(url)`;
            - with Spring Boot, where there is a property of the same name behind `tdengine.`

            What is set later wins. An unknown name is refused, and the nearest known one is named; so is a bad value, and a name
            that comes twice in a URL. No message shows the value of a secret.

            ## URL

            ```
            tdengine:ws://user:password@host:6041,host2:6041/database?name=value&name=value
            ```

            The scheme is `ws` (WebSocket), `wss` (the same over TLS), `rest` or `rests`; `jdbc:` may precede it. All hosts are
            reached in the same way; port 6041 unless given, IPv6 addresses in brackets. User, password, database, names and values
            may be percent-encoded, and have to be where they contain `%`, `/` or `?` (`&` in values, `:` in users); a `+` is a
            plus.

            ## Names

            Durations are a number with `ns`, `us`, `ms`, `s`, `m`, `h` or `d`. PEM, PKCS #12 and JKS are told apart by the
            file's content.

            | Name | Value | Default | What it is for |
            |---|---|---|---|
            """;

    /** Where they differ, the page as it has to be is left in {@code target/options.md}. */
    @Test
    void thePageTellsAllOptions() throws IOException {
        String page = Arrays.stream(ClientOption.values())
                .map(OptionsPageTest::row)
                .collect(Collectors.joining("", INTRODUCTION, ""));

        Path published = Path.of("..", "docs", "options.md");
        if (!Files.exists(published) || !Files.readString(published).equals(page)) {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("options.md"), page);
        }
        assertThat(published).hasContent(page);
    }

    private static String row(ClientOption option) {
        String value = option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`";
        return "| `" + option.optionName() + "` | " + option.form() + " | " + value + " | " + option.description()
                + " |\n";
    }
}

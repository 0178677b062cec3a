// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SupportPageTest {

    /** Where they differ, the page as it has to be is left in {@code target/embedded.md}. */
    @Test
    void thePageTellsWhatTheServerSupports() throws IOException {
        String page = SupportPage.text();

        Path published = Path.of("..", "docs", "embedded.md");
        if (!Files.exists(published) || !Files.readString(published).equals(page)) {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("embedded.md"), page);
        }
        assertThat(published).hasContent(page);
    }
}

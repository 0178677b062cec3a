// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/listeners.md} names tests that there are, and has all tests of this package. */
class ListenersPageTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static Set<String> testsOnThePage() throws IOException {
        return TEST.matcher(Files.readString(PROJECT.resolve("docs/listeners.md")))
                .results()
                .map((MatchResult test) -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testsIn(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : List.of("tdengine-client", "tdengine-spring", "tdengine-spring-boot-autoconfigure")) {
            tests.addAll(testsIn(module + "/src/test"));
        }

        assertThat(testsOnThePage()).isNotEmpty().isSubsetOf(tests);
    }

    @Test
    void hasAllTestsOfRows() throws IOException {
        Set<String> rows = testsIn("tdengine-spring/src/test/java/io/tdspring/spring/conformance").stream()
                .filter(name -> name.startsWith("Row"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(testsOnThePage()).containsAll(rows);
    }
}

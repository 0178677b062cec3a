// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors and Spring Boot read about this module. */
class ConfigurationMetadataTest {

    @Test
    void describesEveryProperty() throws IOException {
        JsonNode properties = JsonMapper.shared()
                .readTree(resource("META-INF/spring-configuration-metadata.json"))
                .get("properties");

        assertThat(properties).hasSizeGreaterThan(10).allSatisfy(property -> {
            assertThat(property.get("name").asString()).matches("(tdengine|management\\.health\\.tdengine)\\..*");
            assertThat(property.path("description").asString(""))
                    .as(property.get("name").asString())
                    .endsWith(".");
        });
    }

    @Test
    void listsEveryAutoConfiguration() throws IOException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        // The scanner leaves out what its conditions leave out.
        scanner.setEnvironment(new MockEnvironment().withProperty("tdengine.embedded.enabled", "true"));
        scanner.addIncludeFilter(new AnnotationTypeFilter(AutoConfiguration.class));
        List<String> classes = scanner.findCandidateComponents("io.tdspring.boot").stream()
                .map(candidate -> Objects.requireNonNull(candidate.getBeanClassName()))
                .sorted()
                .toList();

        String imports = resource("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");

        assertThat(imports.lines()).containsExactlyInAnyOrderElementsOf(classes);
    }

    private String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

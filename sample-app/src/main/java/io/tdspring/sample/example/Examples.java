// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs the example that {@code --example} names, with the client that {@code tdengine.*} configures. */
@SpringBootApplication
public class Examples implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Examples.class);

    private final TdengineClient client;
    private final List<Example> examples;

    Examples(TdengineClient client, List<Example> examples) {
        this.client = client;
        this.examples = examples;
    }

    /** Runs the example and ends; throws if there is none of the name, or if it fails. */
    public static void run(String... args) {
        new SpringApplicationBuilder(Examples.class)
                .web(WebApplicationType.NONE)
                .run(args)
                .close();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> names = arguments.getOptionValues("example");
        if (names != null) {
            named(String.join(",", names)).run(client, log::info);
        }
    }

    private Example named(String name) {
        return examples.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no example \"" + name + "\"; there are: "
                        + examples.stream().map(Example::name).sorted().collect(Collectors.joining(", "))));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.spring.annotation.TdTopicHandler;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Placeholders and expressions in an annotation's texts. */
class Row03ExpressionsTest {

    /** Two of one class, which the annotation tells apart by what they are. */
    static class Plant {

        private final String name;

        Plant(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public List<String> topics() {
            return List.of("t_" + name, "t_all");
        }

        @TdTopicListener(
                id = "#{__listener.name}",
                topics = "#{__listener.topics()}",
                groupId = "${site}-#{__listener.name}",
                concurrency = "#{T(java.lang.Math).max(1, ${consumers})}",
                ackMode = "#{settings.mode}",
                autoStartup = "false")
        void reading(int value) {}
    }

    /** A bean that expressions name. */
    record Settings(String mode) {
        public String getMode() {
            return mode;
        }
    }

    @TdTopicListener(id = "#{__listener.id}", topics = "t", autoStartup = "false")
    static class Handlers {

        public String getId() {
            return "handlers";
        }

        @TdTopicHandler
        void reading(int value) {}
    }

    static class Wrong {

        @TdTopicListener(id = "wrong", topics = "#{__listener.nothing}")
        void reading(int value) {}
    }

    @Test
    void knowTheListenersOwnBean() {
        try (Listening application = new Listening()
                .with("north", new Plant("north"))
                .with("south", new Plant("south"))
                .with("settings", new Settings("record"))
                .with(new Handlers())
                .property("site", "hill")
                .property("consumers", "2")
                .start()) {
            TdTopicListenerContainer north = application.container("north");

            assertThat(north.settings().topics()).containsExactly("t_north", "t_all");
            assertThat(north.settings().concurrency()).isEqualTo(2);
            assertThat(north.settings().acks().mode()).isEqualTo(AckMode.RECORD);
            assertThat(application.container("south").settings().topics()).containsExactly("t_south", "t_all");
            assertThat(application.container("handlers")).isNotNull();
        }
    }

    @Test
    void failAtStartUpIfTheBeanDoesNotHaveWhatTheyName() {
        assertThatThrownBy(() -> new Listening().with(new Wrong()).start()).hasStackTraceContaining("'nothing'");
    }
}

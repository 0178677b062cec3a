// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class Row62LoggedSettingsTest {

    private final Listening listening = new Listening().with(new Plant());
    private final Logger logger = (Logger) LoggerFactory.getLogger(TdTopicListenerContainer.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    static final class Plant {

        @TdTopicListener(
                id = "plant",
                topics = {"t", "u"},
                groupId = "g_plant",
                concurrency = "2",
                autoStartup = "false")
        void row(int value) {}
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        listening.close();
    }

    private void startAndStop(boolean isLogged) {
        TdTopicListenerContainer container = listening
                .factory(factory -> factory.withCustomizers(List.of(
                        (endpoint, settings) -> settings.logged(isLogged).pollTimeout(Duration.ofMillis(150)))))
                .start()
                .container("plant");
        container.start();
        container.stop();
    }

    @Test
    void areWhatTheContainerRunsWith() {
        startAndStop(true);

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage())
                    .startsWith(
                            "Listener of group g_plant starts: plant [topics=[t, u], concurrency=2, pollTimeout=PT0.15S,")
                    .contains("shutdownTimeout=PT10S", "mode=BATCH", "onGap=EARLIEST", "noPollThreshold=3.0");
        });
    }

    @Test
    void areNotLoggedUnlessTheyAreAskedFor() {
        startAndStop(false);

        assertThat(log.list).isEmpty();
    }
}

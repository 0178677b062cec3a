// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SpareConsumersTest {

    private static final Set<TopicVgroup> ONE = Set.of(new TopicVgroup("t", 2));
    private static final Set<TopicVgroup> ANOTHER = Set.of(new TopicVgroup("t", 3));

    private final Assignments assignments = new Assignments();
    private final SpareConsumers spare = new SpareConsumers(
            ContainerSettings.builder("plant", List.of("t")).concurrency(2).build());
    private final Logger logger = (Logger) LoggerFactory.getLogger(SpareConsumers.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void detach() {
        logger.detachAppender(log);
    }

    private void look(Set<TopicVgroup> first, Set<TopicVgroup> second) {
        assignments.set("plant-0", first);
        assignments.set("plant-1", second);
        spare.look(assignments);
    }

    @Test
    void areToldOnce() {
        look(ONE, Set.of());
        assertThat(log.list).isEmpty();

        look(ONE, Set.of());
        look(ONE, Set.of());

        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .startsWith("Listener plant has 2 consumers, of which [plant-1] get nothing"));
    }

    @Test
    void areNotToldWhileVgroupsMove() {
        look(ONE, Set.of());
        look(Set.of(), ONE);
        look(ONE, Set.of());
        look(ONE, ANOTHER);
        look(ONE, Set.of());

        assertThat(log.list).isEmpty();
    }

    @Test
    void areNotToldIfAllStandBy() {
        look(Set.of(), Set.of());
        look(Set.of(), Set.of());

        assertThat(log.list).isEmpty();
    }

    @Test
    void areNotToldBeforeAllHaveJoined() {
        assignments.set("plant-0", ONE);
        assignments.set("plant-1", Set.of());
        assignments.forget("plant-1");
        spare.look(assignments);
        spare.look(assignments);

        assertThat(log.list).isEmpty();
    }
}

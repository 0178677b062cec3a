// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.MissingTopics;
import io.tdspring.spring.listener.StartupFailurePolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class Row41MissingTopicsTest {

    private static final Logger PACKAGE =
            (Logger) LoggerFactory.getLogger(TdTopicListenerContainer.class.getPackageName());

    private final StartingPlant plant = new StartingPlant();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @AfterEach
    void close() {
        plant.close();
        PACKAGE.detachAppender(logged);
    }

    private static JoinPolicy policy(MissingTopics missing, StartupFailurePolicy startup) {
        return JoinPolicy.defaults().withMissingTopics(missing).withStartupFailure(startup);
    }

    private long warningsOf(String text) {
        return logged.list.stream()
                .filter(event -> event.getLevel() == Level.WARN
                        && event.getFormattedMessage().contains(text))
                .count();
    }

    @Test
    void failAStartByDefaultWithTheirNames() throws Exception {
        plant.createTopic("t_plant");
        JoinPolicy stopping = JoinPolicy.defaults().withStartupFailure(StartupFailurePolicy.STOP);

        Throwable failure = catchThrowable(() -> plant.start(stopping, "t_one,t_plant,t_two"));

        assertThat(failure).hasStackTraceContaining("[0x03E1] Topic not exist: t_one, t_two (request id ");
        assertThat(plant.next(ListenerEvent.FailedToStart.class).reason()).contains("t_one, t_two");
    }

    @Test
    void endAListenerWithTheirNamesWhereTheApplicationGoesOn() throws Exception {
        plant.start(policy(MissingTopics.FAIL, StartupFailurePolicy.CONTINUE), "t_plant");

        assertThat(plant.next(ListenerEvent.Stopped.class).reason()).contains("Topic not exist: t_plant");
    }

    @Test
    void areWaitedForWithOneWarningAndNoFailureOfTheStart() throws Exception {
        logged.start();
        PACKAGE.addAppender(logged);
        TdTopicListenerContainer container =
                plant.start(policy(MissingTopics.WAIT, StartupFailurePolicy.STOP), "t_other,t_plant");
        assertThat(container.isRunning()).isTrue();
        assertThat(container.isConnected()).isFalse();

        plant.createTopic("t_plant");
        plant.createTopic("t_other");
        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
        assertThat(plant.count(ListenerEvent.FailedToStart.class)).isZero();
        assertThat(warningsOf("Topic not exist")).isEqualTo(1);
    }

    @Test
    void areLeftOutIfTheyAreIgnored() throws Exception {
        plant.createTopic("t_plant");
        TdTopicListenerContainer container =
                plant.start(policy(MissingTopics.IGNORE, StartupFailurePolicy.STOP), "t_other,t_plant");
        assertThat(container.isConnected()).isTrue();
        ListenerContainers.waitForAssignment(container, 1);
        assertThat(container.assigned()).allMatch(vgroup -> vgroup.topic().equals("t_plant"));

        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
        assertThat(container.lags().keySet()).allMatch(vgroup -> vgroup.topic().equals("t_plant"));
    }

    @Test
    void areReadAfterAnotherStartIfTheyWereIgnored() throws Exception {
        plant.createTopic("t_plant");
        TdTopicListenerContainer container =
                plant.start(policy(MissingTopics.IGNORE, StartupFailurePolicy.RETRY), "t_other,t_plant");
        plant.insert(1);
        assertThat(plant.next()).isEqualTo(1);

        plant.createTopic("t_other");
        container.stop();
        container.start();
        ListenerContainers.waitForAssignment(container, 2);

        assertThat(container.assigned()).anyMatch(vgroup -> vgroup.topic().equals("t_other"));
        assertThat(plant.next()).isEqualTo(1);
    }

    @Test
    void areWaitedForIfAllAreMissingThatAreIgnored() throws Exception {
        plant.start(policy(MissingTopics.IGNORE, StartupFailurePolicy.STOP), "t_other,t_plant");

        plant.createTopic("t_plant");
        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
    }

    @Test
    void endNoListenerThatHasReadThemOnce() throws Exception {
        plant.createTopic("t_plant");
        plant.insert(1);
        plant.start(policy(MissingTopics.FAIL, StartupFailurePolicy.STOP), "t_plant");
        assertThat(plant.next()).isEqualTo(1);

        plant.client.execute("DROP TOPIC FORCE t_plant");
        plant.server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.cutBefore()));
        plant.createTopic("t_plant");
        plant.insert(2);

        int value;
        do {
            value = plant.next();
        } while (value != 2);
    }
}

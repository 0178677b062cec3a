// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

class Row42RefusedLoginTest {

    private static final String PASSWORD = "Ann_Pass_1";
    private static final String OTHER_PASSWORD = "Ann_Pass_2";

    private final StartingPlant plant = new StartingPlant();

    @BeforeEach
    void createUser() {
        plant.createTopic("t_plant");
        plant.client.execute("CREATE USER ann PASS '" + PASSWORD + "'");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private TdTopicListenerContainer start(String password, JoinPolicy joining) {
        plant.listening = plant.client().username("ann").password(password).build();
        return plant.start(joining, "t_plant");
    }

    @Test
    void endsTheContainerWithAReason() throws Exception {
        TdTopicListenerContainer container = start(OTHER_PASSWORD, JoinPolicy.defaults());

        assertThat(plant.next(ListenerEvent.Stopped.class).reason())
                .startsWith("meters-0 may not log in: [0x0357] Authentication failure for user ann at ")
                .doesNotContain(OTHER_PASSWORD);
        assertThat(container.isRunning()).isFalse();
        assertThat(plant.context.isActive()).isTrue();
    }

    @Test
    void isTriedAgainAfterTheIntervalForLogins() throws Exception {
        plant.backOff = new FixedBackOff(Duration.ofHours(1).toMillis(), Long.MAX_VALUE);
        JoinPolicy soon = JoinPolicy.defaults().withAuthRetryInterval(Duration.ofMillis(20));
        TdTopicListenerContainer container = start(OTHER_PASSWORD, soon);
        assertThat(plant.next(ListenerEvent.FailedToStart.class).reason()).contains("[0x0357]");

        plant.client.execute("ALTER USER ann PASS '" + OTHER_PASSWORD + "'");
        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
        assertThat(container.stopReason()).isEmpty();
    }

    @Test
    void endsAContainerAlsoThatHasWorkedUntilThen() throws Exception {
        TdTopicListenerContainer container = start(PASSWORD, JoinPolicy.defaults());
        plant.insert(1);
        assertThat(plant.next()).isEqualTo(1);

        plant.client.execute("ALTER USER ann PASS '" + OTHER_PASSWORD + "'");
        plant.server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.cutBefore()));

        assertThat(plant.next(ListenerEvent.Stopped.class).reason()).startsWith("meters-0 may not log in: ");
        assertThat(container.stopReason()).isPresent();
    }

    @Test
    void isNotADatabaseThatIsAwayBehindItsAdapter() throws Exception {
        plant.server
                .faults()
                .add(FaultRule.always(Occasion.action("subscribe"), Fault.error(0xffff, "init tscObj failed")));
        plant.server
                .faults()
                .add(FaultRule.always(Occasion.action("conn"), Fault.error(0x000b, "Unable to establish connection")));
        TdTopicListenerContainer container = start(PASSWORD, JoinPolicy.defaults());
        assertThat(plant.next(ListenerEvent.FailedToStart.class).reason()).contains("[0x000B]");

        plant.server.faults().clear();
        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
        assertThat(container.stopReason()).isEmpty();
    }

    @Test
    void isNotASubscriptionThatFailsWhereLoginsAreTaken() throws Exception {
        plant.server
                .faults()
                .add(FaultRule.once(Occasion.action("subscribe"), Fault.error(0xffff, "init tscObj failed")));
        TdTopicListenerContainer container = start(PASSWORD, JoinPolicy.defaults());
        plant.insert(1);

        assertThat(plant.next()).isEqualTo(1);
        assertThat(container.stopReason()).isEmpty();
    }
}

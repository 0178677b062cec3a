// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tdspring.data.DataType;
import io.tdspring.spring.admin.AdminSettings;
import io.tdspring.spring.admin.TdSuperTable;
import io.tdspring.spring.admin.TdTopic;
import io.tdspring.spring.admin.TdengineAdmin;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.StartupFailurePolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.util.backoff.FixedBackOff;

class Row41TopicBeansTest {

    private static final JoinPolicy STOPPING = JoinPolicy.defaults().withStartupFailure(StartupFailurePolicy.STOP);
    private static final AdminSettings SOON =
            AdminSettings.defaults().withRetries(new FixedBackOff(10, Long.MAX_VALUE));

    private final StartingPlant plant = new StartingPlant();

    @AfterEach
    void close() {
        plant.close();
    }

    /** Before the listener in the order of beans, or behind it: that must not matter. */
    private void declare(AdminSettings settings, String database) {
        plant.context.registerBean(
                TdTopic.class, () -> TdTopic.ofQuery("t_beans", "SELECT v FROM " + database + ".beans"));
        plant.context.registerBean(
                TdSuperTable.class,
                () -> TdSuperTable.builder(database, "beans")
                        .column("ts", DataType.TIMESTAMP)
                        .column("v", DataType.INT)
                        .tag("n", DataType.INT)
                        .build());
        plant.context.registerBean(
                TdengineAdmin.class, () -> new TdengineAdmin(new TdengineTemplate(plant.listening), settings));
    }

    private void insert(String database, int value) {
        plant.client.execute(
                "INSERT INTO " + database + ".b1 USING " + database + ".beans TAGS (1) VALUES (NOW, " + value + ")");
    }

    private void awaitTable() {
        TdengineTemplate template = new TdengineTemplate(plant.client);
        String count = "SELECT COUNT(*) FROM information_schema.ins_stables WHERE stable_name = 'beans'";
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (template.queryForObject(count, Long.class) == 0) {
            assertThat(System.nanoTime()).as("time for a super table").isLessThan(deadline);
        }
    }

    @Test
    void areMadeBeforeListenersStart() throws Exception {
        declare(SOON, "plant");
        plant.start(STOPPING, "t_beans");

        insert("plant", 1);

        assertThat(plant.next()).isEqualTo(1);
    }

    @Test
    void leaveAsItIsWhatIsThere() throws Exception {
        plant.createTopic("t_beans");
        declare(SOON.withFailFast(true), "plant");
        plant.start(STOPPING, "t_beans");

        insert("plant", 1);
        plant.insert(2);

        assertThat(plant.next()).isEqualTo(2);
    }

    @Test
    void areTriedAgainUntilTheServerTakesThem() throws Exception {
        declare(SOON, "later");
        plant.start(JoinPolicy.defaults(), "t_beans");

        plant.client.execute("CREATE DATABASE later");
        awaitTable();
        insert("later", 1);

        assertThat(plant.next()).isEqualTo(1);
    }

    @Test
    void keepTheApplicationFromStartingIfTheyAreToFailFast() {
        declare(SOON.withFailFast(true), "nowhere");

        Throwable failure = catchThrowable(() -> plant.start(JoinPolicy.defaults(), "t_beans"));

        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot create super table nowhere.beans")
                .hasStackTraceContaining("[0x0388]");
    }

    @Test
    void areNotTriedAgainAfterARefusedLogin() {
        plant.listening = plant.client().password("wrong").build();
        declare(SOON, "plant");
        plant.start(JoinPolicy.defaults(), "t_beans");

        assertThatIllegalStateException()
                .isThrownBy(plant.context.getBean(TdengineAdmin.class)::initialize)
                .withCauseInstanceOf(PermissionDeniedDataAccessException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("tdengine-admin"));
    }

    @Test
    void areNoMoreTriedWhenTheApplicationHasEnded() {
        declare(SOON, "nowhere");
        plant.start(JoinPolicy.defaults(), "t_beans");
        assertThat(Thread.getAllStackTraces().keySet())
                .anyMatch(thread -> thread.getName().equals("tdengine-admin"));

        plant.context.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("tdengine-admin"));
    }

    @Test
    void areLeftAloneUnlessTheyAreToBeMade() {
        declare(SOON.withAutoCreate(false), "plant");
        plant.start(JoinPolicy.defaults(), "t_beans");
        TdengineTemplate template = new TdengineTemplate(plant.client);
        String count = "SELECT COUNT(*) FROM information_schema.ins_topics";
        assertThat(template.queryForObject(count, Long.class)).isZero();

        assertThat(plant.context.getBean(TdengineAdmin.class).initialize()).isTrue();

        assertThat(template.queryForObject(count, Long.class)).isEqualTo(1);
    }
}

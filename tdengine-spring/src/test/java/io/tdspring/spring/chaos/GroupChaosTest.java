// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Faults;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.embedded.tmq.Rebalance;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class GroupChaosTest {

    static final String TOPIC = "t_chaos";

    private static final Logger log = LoggerFactory.getLogger(GroupChaosTest.class);

    private static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);
    private static final boolean IS_SOAK = Boolean.getBoolean("tdspring.soak");
    private static final int ROWS = IS_SOAK ? 1_000_000 : 20_000;
    private static final int ROWS_OF_A_STATEMENT = IS_SOAK ? 500 : 100;
    private static final int TABLES = 60;
    private static final int[] CODES = {0x03ea, 0x03ef, 0x4001, 0x000b, 0x0020};

    private final Random random = new Random(SEED);
    private final GroupLedger ledger = new GroupLedger(ROWS);

    @ParameterizedTest
    @EnumSource(Rebalance.class)
    @Timeout(1800)
    void handlesEachRowAndCommitsNothingAhead(Rebalance rebalance) throws Exception {
        try (EmbeddedTdengine server =
                EmbeddedTdengine.builder().rebalance(rebalance).start()) {
            try (TdengineClient client = client(server)) {
                createTopic(client);
                Members members = new Members(client, ledger);
                members.start();
                try {
                    write(client, members, server.faults());
                    server.faults().clear();
                    members.recover();
                    ledger.awaitAll(IS_SOAK ? 600 : 45);
                } finally {
                    members.stop();
                }
            }
        }
        log.warn("seed {}, {}: {}", SEED, rebalance, ledger);
        ledger.check();
        assertThat(ourThreads()).isEmpty();
    }

    private static TdengineClient client(EmbeddedTdengine server) {
        return TdengineClient.builder()
                .endpoints(server.endpoint())
                .connectTimeout(Duration.ofSeconds(3))
                .requestTimeout(Duration.ofSeconds(2))
                .pingInterval(Duration.ofMillis(500))
                .pingTimeout(Duration.ofMillis(500))
                .build();
    }

    private static void createTopic(TdengineClient client) {
        client.execute("CREATE DATABASE chaos VGROUPS 6 KEEP 36500");
        client.execute("CREATE STABLE chaos.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        for (int table = 0; table < TABLES; table++) {
            client.execute("CREATE TABLE chaos.c" + table + " USING chaos.st TAGS (" + table + ")");
        }
        client.execute("CREATE TOPIC " + TOPIC + " AS SELECT v FROM chaos.st");
    }

    private void write(TdengineClient client, Members members, Faults faults) {
        for (int from = 0; from < ROWS; from += ROWS_OF_A_STATEMENT) {
            insert(client, from);
            if (random.nextInt(4) == 0) {
                members.disturb(random);
            }
            if (random.nextInt(4) == 0) {
                strike(faults);
            }
            if (random.nextInt(8) == 0) {
                faults.clear();
            }
        }
    }

    private void strike(Faults faults) {
        switch (random.nextInt(6)) {
            case 0 -> faults.cutConnections();
            case 1 -> faults.freezeConnections();
            case 2 -> next(faults, Fault.cutBefore());
            case 3 -> next(faults, Fault.cutAfter());
            case 4 -> next(faults, Fault.delay(Duration.ofMillis(random.nextInt(100))));
            default -> next(faults, Fault.error(CODES[random.nextInt(CODES.length)], "bad weather"));
        }
    }

    private static void next(Faults faults, Fault fault) {
        faults.add(FaultRule.once(Occasion.anyRequest(), fault));
    }

    /** Until it succeeds: a row that is written again takes its own place, though the topic may tell it twice. */
    private static void insert(TdengineClient client, int from) {
        StringBuilder sql = new StringBuilder("INSERT INTO");
        for (int v = from; v < from + ROWS_OF_A_STATEMENT; v++) {
            sql.append(" chaos.c" + v % TABLES + " VALUES (" + (1_800_000_000_000L + v) + ", " + v + ")");
        }
        while (true) {
            try {
                client.execute(sql.toString());
                return;
            } catch (TdengineException e) {
                log.debug("written again: {}", e.getMessage());
            }
        }
    }

    /** Those that do not end soon; a container's monitor ends a little later than the container. */
    private static List<String> ourThreads() throws InterruptedException {
        List<String> lasting = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (name.startsWith("member")) {
                thread.join(5_000);
                if (thread.isAlive()) {
                    lasting.add(name);
                }
            }
        }
        return lasting;
    }
}

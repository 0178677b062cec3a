// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Faults;
import io.tdspring.embedded.fault.Occasion;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one thing after the other go wrong on a server, and each time waits for some work to be done in spite of it. */
final class Storm {

    private enum Kind {
        CUT_ALL,
        FREEZE_ALL,
        REFUSE,
        CUT_BEFORE,
        CUT_AFTER,
        FREEZE_ONE,
        DELAY,
        ERROR
    }

    private static final Kind[] KINDS = Kind.values();

    /** Codes that a server answers when it is not well, some of them retryable. */
    private static final int[] CODES = {0x0125, 0x000B, 0x0020, 0x0903, 0xffff};

    private static final int MOST_STEPS_OF_WORK = 6;
    private static final int MOST_MILLIS = 120;

    private final Faults faults;
    private final Random random;
    private final Semaphore work;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** @param work gets a permit for each step of work that somebody has done */
    Storm(EmbeddedTdengine server, long seed, Semaphore work) {
        this.faults = server.faults();
        this.random = new Random(seed);
        this.work = work;
    }

    /** Lets so many things go wrong, and ends with a server that is well. */
    void rage(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            strike(KINDS[random.nextInt(KINDS.length)]);
            awaitSomeWork();
            if (random.nextInt(3) == 0) {
                faults.clear();
                awaitSomeWork();
            }
        }
        faults.clear();
    }

    private void awaitSomeWork() throws InterruptedException {
        work.drainPermits();
        boolean unused = work.tryAcquire(
                1 + random.nextInt(MOST_STEPS_OF_WORK), 1 + random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void strike(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
        switch (kind) {
            case CUT_ALL -> faults.cutConnections();
            case FREEZE_ALL -> faults.freezeConnections();
            case REFUSE -> faults.refuseConnections();
            case CUT_BEFORE -> next(Fault.cutBefore());
            case CUT_AFTER -> next(Fault.cutAfter());
            case FREEZE_ONE -> next(Fault.freeze());
            case DELAY -> next(Fault.delay(Duration.ofMillis(random.nextInt(MOST_MILLIS))));
            case ERROR -> next(Fault.error(CODES[random.nextInt(CODES.length)], "bad weather"));
        }
    }

    private void next(Fault fault) {
        faults.add(FaultRule.once(Occasion.anyRequest(), fault));
    }

    /** How often each thing went wrong. */
    @Override
    public String toString() {
        return counts.toString();
    }
}

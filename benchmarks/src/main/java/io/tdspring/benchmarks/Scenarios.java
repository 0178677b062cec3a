// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.Scenario.Server;
import io.tdspring.benchmarks.Target.Measure;
import io.tdspring.benchmarks.bare.BareOkHttpReader;
import io.tdspring.benchmarks.bare.PlainSocketReader;
import io.tdspring.benchmarks.client.Engine;
import io.tdspring.benchmarks.client.ReadBlocks;
import io.tdspring.benchmarks.client.ReadRows;
import io.tdspring.benchmarks.peer.Peer;
import io.tdspring.benchmarks.peer.ReadResultSet;
import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All scenarios, by name. */
final class Scenarios {

    private static final String JDBC = "jdbc";
    private static final String PLAIN_SOCKET = "plain-socket";
    private static final String BARE_OKHTTP = "bare-okhttp";

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(readReplay(Shape.W1), readReplay(Shape.W2), readEmbedded(Shape.W1), readEmbedded(Shape.W2));
    }

    static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + " among "
                        + all().stream().map(Scenario::name).toList()));
    }

    private static Scenario readReplay(Shape shape) {
        List<Contender> contenders = readers(shape);
        contenders.add(new Contender(PLAIN_SOCKET, endpoint -> PlainSocketReader.open(shape, endpoint)));
        contenders.add(new Contender(BARE_OKHTTP, endpoint -> BareOkHttpReader.open(shape, endpoint)));
        List<Target> targets = new ArrayList<>();
        for (String way : List.of("blocks", "rows")) {
            targets.add(new Target("okhttp-" + way, BARE_OKHTTP, Measure.CPU_PER_UNIT, 1.2));
        }
        return new Scenario("read-" + name(shape) + "-replay", Server.REPLAY, "row", contenders, targets);
    }

    private static Scenario readEmbedded(Shape shape) {
        List<Contender> contenders = readers(shape);
        contenders.add(peer(endpoint -> new ReadResultSet(shape, endpoint)));
        List<Target> targets = List.of(new Target("okhttp-rows", JDBC, Measure.UNITS_PER_CPU, 2));
        return new Scenario("read-" + name(shape) + "-embedded", Server.EMBEDDED, "row", contenders, targets);
    }

    private static List<Contender> readers(Shape shape) {
        List<Contender> contenders = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            contenders.add(
                    new Contender(name(engine) + "-blocks", endpoint -> new ReadBlocks(engine, shape, endpoint)));
            contenders.add(new Contender(name(engine) + "-rows", endpoint -> new ReadRows(engine, shape, endpoint)));
        }
        return contenders;
    }

    private static Contender peer(Workload.Start start) {
        return new Contender(JDBC, start, List.of(Peer.POOL_FLAG));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

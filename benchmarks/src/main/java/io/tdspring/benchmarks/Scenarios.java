// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.Scenario.Server;
import io.tdspring.benchmarks.Target.Measure;
import io.tdspring.benchmarks.bare.BareOkHttpReader;
import io.tdspring.benchmarks.bare.PlainSocketReader;
import io.tdspring.benchmarks.client.BindColumns;
import io.tdspring.benchmarks.client.BindRows;
import io.tdspring.benchmarks.client.Consume;
import io.tdspring.benchmarks.client.OpenAndClose;
import io.tdspring.benchmarks.client.ReadBlocks;
import io.tdspring.benchmarks.client.ReadRows;
import io.tdspring.benchmarks.client.SmallQueries;
import io.tdspring.benchmarks.client.WriteLines;
import io.tdspring.benchmarks.peer.BindColumnLists;
import io.tdspring.benchmarks.peer.BindRowBatches;
import io.tdspring.benchmarks.peer.ConsumeBeans;
import io.tdspring.benchmarks.peer.OpenAndCloseConnection;
import io.tdspring.benchmarks.peer.Peer;
import io.tdspring.benchmarks.peer.ReadResultSet;
import io.tdspring.benchmarks.peer.SmallStatements;
import io.tdspring.benchmarks.peer.WriteRawLines;
import io.tdspring.benchmarks.spring.ConsumeRecords;
import io.tdspring.benchmarks.spring.Listen;
import io.tdspring.benchmarks.workload.Readings;
import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.WebSocketEngineType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** All scenarios, by name. The figures in their targets are those that the client has to reach. */
final class Scenarios {

    private static final String JDBC = "jdbc";
    private static final String JDBC_SEVERAL_TABLES = "jdbc-5-tables";
    private static final String PLAIN_SOCKET = "plain-socket";
    private static final String BARE_OKHTTP = "bare-okhttp";
    private static final String DIRECT = "direct";
    private static final String OKHTTP = "okhttp";

    private static final List<WebSocketEngineType> ENGINES = Arrays.stream(WebSocketEngineType.values())
            .filter(engine -> engine != WebSocketEngineType.AUTO)
            .toList();

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(
                readReplay(Shape.W1, 10),
                readReplay(Shape.W2, 6),
                read(Shape.W1, 2),
                read(Shape.W2, 6),
                bindColumns(Server.REPLAY, 10),
                bindColumns(Server.EMBEDDED, 2),
                bindRows(),
                writeLines(),
                queries(Server.REPLAY),
                queries(Server.EMBEDDED),
                consume(),
                open());
    }

    static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + " among "
                        + all().stream().map(Scenario::name).toList()));
    }

    private static Scenario readReplay(Shape shape, int repeats) {
        List<Contender> contenders = readers(shape);
        contenders.add(new Contender(PLAIN_SOCKET, endpoint -> PlainSocketReader.open(shape, endpoint)));
        contenders.add(new Contender(BARE_OKHTTP, endpoint -> BareOkHttpReader.open(shape, endpoint)));
        List<Target> targets = new ArrayList<>();
        for (String way : List.of("-blocks", "-rows")) {
            targets.add(new Target(DIRECT + way, PLAIN_SOCKET, Measure.CPU_PER_UNIT, 1.5));
            targets.add(new Target(OKHTTP + way, BARE_OKHTTP, Measure.CPU_PER_UNIT, 1.2));
            if (shape == Shape.W1) {
                targets.add(Target.bytes(DIRECT + way, 2));
            }
        }
        return new Scenario(
                name("read", shape, Server.REPLAY), Server.REPLAY, "row", contenders, targets, List.of(shape), repeats);
    }

    private static Scenario read(Shape shape, int repeats) {
        List<Contender> contenders = readers(shape);
        contenders.add(peer(JDBC, endpoint -> new ReadResultSet(shape, endpoint)));
        double wanted = shape == Shape.W1 ? 6 : 4;
        List<Target> targets = List.of(
                new Target(DIRECT + "-blocks", JDBC, Measure.UNITS_PER_CPU, wanted),
                new Target(DIRECT + "-rows", JDBC, Measure.UNITS_PER_CPU, wanted));
        return new Scenario(
                name("read", shape, Server.EMBEDDED),
                Server.EMBEDDED,
                "row",
                contenders,
                targets,
                List.of(shape),
                repeats);
    }

    private static List<Contender> readers(Shape shape) {
        List<Contender> contenders = ours("-blocks", engine -> endpoint -> new ReadBlocks(engine, shape, endpoint));
        contenders.addAll(ours("-rows", engine -> endpoint -> new ReadRows(engine, shape, endpoint)));
        return contenders;
    }

    private static Scenario bindColumns(Server server, int rounds) {
        List<Contender> contenders = ours("", engine -> endpoint -> new BindColumns(engine, rounds, endpoint));
        contenders.add(peer(JDBC, endpoint -> new BindColumnLists(rounds, 1, endpoint)));
        contenders.add(peer(
                JDBC_SEVERAL_TABLES, endpoint -> new BindColumnLists(rounds, Readings.TABLES_OF_EXECUTION, endpoint)));
        List<Target> targets = new ArrayList<>();
        if (server == Server.REPLAY) {
            for (String other : List.of(JDBC, JDBC_SEVERAL_TABLES)) {
                targets.add(new Target(DIRECT, other, Measure.UNITS_PER_CPU, 5));
                targets.add(new Target(OKHTTP, other, Measure.UNITS_PER_CPU, 2));
            }
        }
        int repeats = server == Server.REPLAY ? 4 : 1;
        return new Scenario("bind-columns-" + name(server), server, "row", contenders, targets, List.of(), repeats);
    }

    private static Scenario bindRows() {
        List<Contender> contenders = ours("", engine -> endpoint -> new BindRows(engine, endpoint));
        contenders.add(peer(JDBC, BindRowBatches::new));
        return new Scenario("bind-rows-replay", Server.REPLAY, "row", contenders, List.of(), List.of(), 4);
    }

    private static Scenario writeLines() {
        List<Contender> contenders = ours("-lists", engine -> endpoint -> WriteLines.ofLists(engine, endpoint));
        contenders.addAll(ours("-texts", engine -> endpoint -> WriteLines.ofTexts(engine, endpoint)));
        contenders.add(peer(JDBC, WriteRawLines::new));
        List<Target> targets = new ArrayList<>();
        for (WebSocketEngineType engine : ENGINES) {
            targets.add(new Target(name(engine) + "-lists", JDBC, Measure.UNITS_PER_CPU, 4));
            targets.add(new Target(name(engine) + "-texts", JDBC, Measure.UNITS_PER_CPU, 4));
        }
        return new Scenario("schemaless-replay", Server.REPLAY, "line", contenders, targets, List.of(), 3);
    }

    private static Scenario queries(Server server) {
        List<Contender> contenders = ours("", engine -> endpoint -> new SmallQueries(engine, endpoint));
        contenders.add(peer(JDBC, SmallStatements::new));
        List<Target> targets = new ArrayList<>();
        for (String name : List.of(DIRECT, OKHTTP)) {
            targets.add(new Target(name, JDBC, Measure.CPU_PER_UNIT, 1 / 3.0));
            targets.add(new Target(name, JDBC, Measure.P99, 0.5));
            targets.add(new Target(name, JDBC, Measure.RATE, 1.3));
        }
        return new Scenario("small-queries-" + name(server), server, "query", contenders, targets, List.of(), 1);
    }

    private static Scenario consume() {
        List<Contender> contenders = ours("-blocks", engine -> endpoint -> new Consume(engine, endpoint));
        contenders.addAll(ours("-records", engine -> endpoint -> new ConsumeRecords(engine, endpoint)));
        contenders.addAll(ours("-listener-blocks", engine -> endpoint -> Listen.blocks(engine, endpoint)));
        contenders.addAll(ours("-listener-records", engine -> endpoint -> Listen.records(engine, endpoint)));
        contenders.add(peer(JDBC, ConsumeBeans::new));
        List<Target> targets = List.of(
                new Target(DIRECT + "-records", JDBC, Measure.UNITS_PER_CPU, 5),
                new Target(DIRECT + "-listener-records", JDBC, Measure.UNITS_PER_CPU, 5),
                new Target(DIRECT + "-listener-blocks", DIRECT + "-blocks", Measure.CPU_PER_UNIT, 1.5));
        return new Scenario("consume-replay", Server.REPLAY, "row", contenders, targets, List.of(), 4);
    }

    private static Scenario open() {
        List<Contender> contenders = ours("", engine -> endpoint -> new OpenAndClose(engine, endpoint));
        contenders.add(peer(JDBC, OpenAndCloseConnection::new));
        return new Scenario("open-and-close", Server.REPLAY, "connection", contenders, List.of(), List.of(), 1);
    }

    private static List<Contender> ours(String way, Function<WebSocketEngineType, Workload.Start> start) {
        List<Contender> contenders = new ArrayList<>();
        for (WebSocketEngineType engine : ENGINES) {
            contenders.add(new Contender(name(engine) + way, start.apply(engine)));
        }
        return contenders;
    }

    private static Contender peer(String name, Workload.Start start) {
        return new Contender(name, start, List.of(Peer.POOL_FLAG));
    }

    private static String name(String work, Shape shape, Server server) {
        return work + "-" + name(shape) + "-" + name(server);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

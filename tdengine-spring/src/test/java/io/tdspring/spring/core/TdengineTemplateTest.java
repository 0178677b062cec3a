// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.spring.mapping.TdColumn;
import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTableName;
import io.tdspring.spring.mapping.TdTag;
import io.tdspring.spring.mapping.TdTimestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TypeMismatchDataAccessException;

class TdengineTemplateTest {

    private static final Instant START = Instant.parse("2024-05-06T07:08:09.123456789Z");

    private static EmbeddedTdengine server;
    private static TdengineClient client;

    private TdengineTemplate template;

    enum Phase {
        ONE,
        TWO
    }

    @TdTable(superTable = "meters", database = "power")
    record Reading(
            @TdTimestamp Instant ts,
            Double current,
            @TdColumn("volt") int voltage,
            Phase phase,
            @TdTag String location,
            @TdTag Integer groupId) {}

    @TdTable(superTable = "meters", database = "other")
    record Elsewhere(
            @TdTimestamp Instant ts,
            Double current,
            @TdTag String location,
            @TdTableName String device) {}

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        client =
                TdengineClient.builder().endpoints("127.0.0.1:" + server.port()).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void createTables() {
        template = new TdengineTemplate(client);
        for (String database : List.of("power", "other")) {
            template.execute("drop database if exists " + database);
            template.execute("create database " + database + " precision 'ns' keep 36500");
            template.execute("create stable " + database + ".meters (ts timestamp, current double, volt int,"
                    + " phase varchar(8)) tags (location nchar(20), group_id int)");
        }
    }

    @Test
    void writesRecordsIntoChildTablesAndReadsThemBack() {
        List<Reading> readings = List.of(
                new Reading(START, 10.5, 219, Phase.ONE, "Beijing", 1),
                new Reading(START.plusNanos(1), null, 220, null, "Beijing", 1),
                new Reading(START, -1.25, 221, Phase.TWO, "San José 'N'", null));

        assertThat(template.insert(readings)).isEqualTo(3);

        assertThat(template.query(
                        "select ts, current, volt, phase, location, group_id from power.meters order by volt",
                        Reading.class))
                .isEqualTo(readings);
        assertThat(template.query("select distinct tbname from power.meters", String.class))
                .hasSize(2)
                .contains("meters_Beijing_1")
                .anyMatch(name -> name.matches("meters_San_Jos___N___[0-9a-f]{16}"));
    }

    @Test
    void writesIntoTheDatabaseOfTheRecord() {
        template.insert(List.of(new Elsewhere(START, 1.0, "x", "D 1")));

        assertThat(template.query("select ts, current, location, tbname from other.meters", Elsewhere.class))
                .containsExactly(new Elsewhere(START, 1.0, "x", "D 1"));
        assertThat(template.queryForObject("select count(*) from power.meters", Long.class))
                .isZero();
    }

    @Test
    void overwritesARowOfTheSameTimestamp() {
        template.insert(List.of(new Reading(START, 1.0, 1, null, "a", 1)));
        template.insert(List.of(new Reading(START, 2.0, 1, null, "a", 1)));

        assertThat(template.query("select current from power.meters", Double.class))
                .containsExactly(2.0);
    }

    @Test
    void insertsNothingFromNoRecords() {
        assertThat(template.insert(List.of())).isZero();
    }

    @Test
    void splitsManyRecordsOverStatements() {
        List<Reading> readings = IntStream.range(0, 20_000)
                .mapToObj(i -> new Reading(START.plusMillis(i), i / 7.0, i, Phase.ONE, "l", i % 3))
                .toList();

        assertThat(template.insert(readings)).isEqualTo(20_000);
        assertThat(template.queryForObject("select count(*) from power.meters", Long.class))
                .isEqualTo(20_000);
    }

    @Test
    void streamsRowsBlockByBlock() {
        List<Reading> readings = IntStream.range(0, 10_000)
                .mapToObj(i -> new Reading(START.plusMillis(i), 1.0, i, null, "l", 1))
                .toList();
        template.insert(readings);

        try (Stream<Reading> stream = template.stream(
                "select ts, current, volt, phase, location, group_id from power.meters order by ts", Reading.class)) {
            assertThat(stream).isEqualTo(readings);
        }
    }

    @Test
    void leavesAStreamHalfReadWithoutHarm() {
        template.insert(IntStream.range(0, 9_000)
                .mapToObj(i -> new Reading(START.plusMillis(i), 1.0, i, null, "l", 1))
                .toList());

        try (Stream<Integer> stream = template.stream("select volt from power.meters order by ts", Integer.class)) {
            Iterator<Integer> volts = stream.iterator();
            assertThat(volts.next()).isZero();
            assertThat(volts.next()).isEqualTo(1);
        }

        assertThat(template.queryForObject("select count(*) from power.meters", Long.class))
                .isEqualTo(9_000);
    }

    @Test
    void readsWithAMapperOfTheCallers() {
        template.insert(List.of(new Reading(START, 1.5, 7, null, "l", 1)));

        assertThat(template.query(
                        "select volt, current from power.meters", row -> row.getInt("volt") * row.getDouble(1)))
                .containsExactly(10.5);
        try (Stream<Integer> stream = template.stream("select volt from power.meters", row -> row.getInt(0))) {
            assertThat(stream).containsExactly(7);
        }
    }

    @Test
    void readsMapsAndSingleValues() {
        template.insert(List.of(new Reading(START, null, 7, Phase.TWO, "l", 1)));

        assertThat(template.queryForMaps("select volt, current from power.meters"))
                .singleElement()
                .hasToString("{volt=7, current=null}");
        assertThat(template.queryForObject("select phase from power.meters", Phase.class))
                .isEqualTo(Phase.TWO);
        assertThat(template.queryForObject("select volt from power.meters", BigDecimal.class))
                .isEqualByComparingTo("7");
        assertThat(template.query("select current from power.meters", Double.class))
                .containsExactly((Double) null);
    }

    @Test
    void expectsOneRowForAnObject() {
        assertThatThrownBy(() -> template.queryForObject("select volt from power.meters", Integer.class))
                .isInstanceOf(EmptyResultDataAccessException.class);
        assertThat(template.queryForOptional("select volt from power.meters", Integer.class))
                .isEmpty();

        template.insert(List.of(new Reading(START, null, 7, null, "l", 1), new Reading(START, null, 8, null, "m", 1)));

        assertThatThrownBy(() -> template.queryForObject("select volt from power.meters", Integer.class))
                .isInstanceOf(IncorrectResultSizeDataAccessException.class);
        assertThatThrownBy(() -> template.queryForOptional("select volt from power.meters", Integer.class))
                .isInstanceOf(IncorrectResultSizeDataAccessException.class);
        assertThat(template.queryForOptional("select volt from power.meters where volt = 7", Integer.class))
                .contains(7);
        assertThat(template.queryForOptional("select current from power.meters where volt = 7", Double.class))
                .isEmpty();
        assertThatThrownBy(
                        () -> template.queryForObject("select current from power.meters where volt = 7", Double.class))
                .isInstanceOf(TypeMismatchDataAccessException.class);
    }

    @Test
    void translatesTheServersRefusal() {
        assertThatThrownBy(() -> template.execute("selec 1"))
                .isInstanceOf(InvalidDataAccessResourceUsageException.class)
                .hasMessageStartingWith("[0x2600]")
                .hasMessageContaining("request id")
                .hasCauseInstanceOf(TdengineProgrammingException.class);
        assertThatThrownBy(() -> template.query("select nosuch from power.meters", Map.class))
                .isInstanceOf(InvalidDataAccessResourceUsageException.class)
                .hasMessageStartingWith("[0x2602]");
    }

    @Test
    void translatesAValueThatDoesNotFit() {
        template.insert(List.of(new Reading(START, null, 7, null, "l", 1)));

        assertThatThrownBy(() -> template.query("select current from power.meters", double.class))
                .isInstanceOf(TypeMismatchDataAccessException.class);
        try (Stream<Double> stream = template.stream("select current from power.meters", double.class)) {
            assertThatThrownBy(stream::toList).isInstanceOf(TypeMismatchDataAccessException.class);
        }
        assertThatThrownBy(() -> template.stream("select current from power.meters", Instant.class))
                .isInstanceOf(TypeMismatchDataAccessException.class);
    }

    @Test
    void refusesWhatSqlCannotExpress() {
        assertThatThrownBy(() -> template.insert(List.of(new Reading(START, Double.NaN, 7, null, "l", 1))))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> template.insert(Arrays.asList("a", "b")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class);
    }

    @Test
    void givesTheClientToACallback() {
        List<String> versions = new ArrayList<>();

        String endpoint = template.execute((TdengineClient connected) -> {
            versions.add(connected.serverVersion());
            return connected.endpoint();
        });

        assertThat(endpoint).endsWith(":" + server.port());
        assertThat(versions).containsExactly("3.3.7.5");
    }
}

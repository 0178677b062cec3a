// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.TdengineClient;
import io.tdspring.data.DataType;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.mapping.TdColumn;
import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTableName;
import io.tdspring.spring.mapping.TdTag;
import io.tdspring.spring.mapping.TdTimestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of super tables and topics, as TDengine's manual has them ("Super Tables", "Topics"). */
class CreatableTest {

    private static final TdSuperTable METERS = TdSuperTable.builder("plant", "meters")
            .column("ts", DataType.TIMESTAMP)
            .column("count", DataType.UINT)
            .column("note", DataType.NCHAR, 40)
            .column(TdField.decimal("price", 18, 4))
            .tag("location", DataType.VARCHAR, 64)
            .tag("n", DataType.INT)
            .build();

    @Test
    void writesASuperTableWithItsNamesQuoted() {
        assertThat(METERS.createStatement())
                .isEqualTo("CREATE STABLE IF NOT EXISTS `plant`.`meters`"
                        + " (`ts` TIMESTAMP, `count` INT UNSIGNED, `note` NCHAR(40), `price` DECIMAL(18,4))"
                        + " TAGS (`location` VARCHAR(64), `n` INT)");
        assertThat(METERS).hasToString("super table plant.meters");
        assertThat(new TdSuperTable("", "meters", METERS.columns(), METERS.tags()).createStatement())
                .startsWith("CREATE STABLE IF NOT EXISTS `meters` (");
    }

    enum Kind {
        WARM
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    @TdTable(superTable = "readings", database = "plant")
    record Reading(
            @TdTag String location,
            @TdTimestamp long at,
            double current,
            Integer deviceId,
            Kind kind,
            boolean valid,
            @TdColumn("Raw") byte[] raw,
            Instant seen,
            @TdTag("n") short number,
            @TdTableName String table) {}

    @Test
    void followsARecord() {
        Map<String, Integer> lengths = Map.of("location", 64, "kind", 8, "Raw", 100);

        assertThat(TdSuperTable.of(Reading.class, lengths).createStatement())
                .isEqualTo("CREATE STABLE IF NOT EXISTS `plant`.`readings`"
                        + " (`at` TIMESTAMP, `current` DOUBLE, `device_id` INT, `kind` VARCHAR(8), `valid` BOOL,"
                        + " `Raw` VARBINARY(100), `seen` TIMESTAMP) TAGS (`location` VARCHAR(64), `n` SMALLINT)");
    }

    @TdTable(superTable = "bills")
    record Bill(
            @TdTimestamp Instant at, BigDecimal sum, @TdTag int customer) {}

    @Test
    void refusesARecordThatDoesNotSayEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdSuperTable.of(Reading.class, Map.of("location", 64, "Raw", 100)))
                .withMessage("VARCHAR kind needs a length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdSuperTable.of(Reading.class, Map.of("locatoin", 64)))
                .withMessageContaining("[locatoin]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdSuperTable.of(Bill.class, Map.of()))
                .withMessageContaining("java.math.BigDecimal sum");
    }

    @Test
    void writesTopicsOfEachKind() {
        assertThat(TdTopic.ofQuery("t", " SELECT ts, count\n FROM plant.meters ")
                        .createStatement())
                .isEqualTo("CREATE TOPIC IF NOT EXISTS `t` AS SELECT ts, count\n FROM plant.meters");
        assertThat(TdTopic.ofSuperTable("t", "plant", "meters").createStatement())
                .isEqualTo("CREATE TOPIC IF NOT EXISTS `t` AS STABLE `plant`.`meters`");
        assertThat(TdTopic.ofSuperTable("t", "", "meters").onlyMeta().createStatement())
                .isEqualTo("CREATE TOPIC IF NOT EXISTS `t` ONLY META AS STABLE `meters`");
        assertThat(TdTopic.ofDatabase("t", "plant").withMeta().createStatement())
                .isEqualTo("CREATE TOPIC IF NOT EXISTS `t` WITH META AS DATABASE `plant`");
    }

    @Test
    void isTakenByAServer() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client =
                        TdengineClient.builder().endpoints(server.endpoint()).build()) {
            TdengineTemplate template = new TdengineTemplate(client);
            client.execute("CREATE DATABASE plant");
            List<Creatable> all = List.of(
                    METERS,
                    TdSuperTable.of(Reading.class, Map.of("location", 64, "kind", 8, "Raw", 100)),
                    TdSuperTable.builder("plant", "Other Kinds")
                            .column("ts", DataType.TIMESTAMP)
                            .column("b", DataType.VARBINARY, 10)
                            .column("g", DataType.GEOMETRY, 100)
                            .column("u", DataType.UTINYINT)
                            .column("d", DataType.DOUBLE)
                            .tag("j", DataType.JSON)
                            .build(),
                    TdTopic.ofQuery("t_query", "select ts from plant.meters"),
                    TdTopic.ofSuperTable("T Table", "plant", "Other Kinds").withMeta(),
                    TdTopic.ofDatabase("t_database", "plant").onlyMeta());

            for (Creatable each : all) {
                template.execute(each.createStatement());
                template.execute(each.createStatement());
            }

            assertThat(template.query("SELECT topic_name FROM information_schema.ins_topics", String.class))
                    .containsExactlyInAnyOrder("t_query", "T Table", "t_database");
            assertThat(template.query("SELECT stable_name FROM information_schema.ins_stables", String.class))
                    .contains("meters", "readings", "Other Kinds");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a`; DROP DATABASE plant", "a\0b"})
    void refusesNamesThatCannotBeQuoted(String name) {
        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> TdTopic.ofSuperTable(name, "plant", "meters"));
        assertThatExceptionOfType(TdengineProgrammingException.class).isThrownBy(() -> TdTopic.ofDatabase("t", name));
        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> new TdSuperTable("plant", name, METERS.columns(), METERS.tags()));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> TdSuperTable.builder("plant", "meters")
                        .column("ts", DataType.TIMESTAMP)
                        .column(name, DataType.INT)
                        .tag("n", DataType.INT)
                        .build())
                .isInstanceOfAny(TdengineProgrammingException.class, IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DROP DATABASE plant", "selected", "STABLE plant.meters"})
    void refusesAQueryThatIsNone(String sql) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdTopic.ofQuery("t", sql))
                .withMessage("the query of topic t is no SELECT");
    }

    @Test
    void refusesMetaOfAQuery() {
        TdTopic topic = TdTopic.ofQuery("t", "SELECT * FROM plant.meters");

        assertThatIllegalStateException().isThrownBy(topic::withMeta).withMessageContaining("topic t");
    }

    @Test
    void refusesATableThatNoServerTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TdSuperTable("plant", "meters", METERS.columns(), List.of()))
                .withMessage("super table plant.meters needs a tag");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TdSuperTable("plant", "meters", METERS.tags(), METERS.tags()))
                .withMessageContaining("needs a TIMESTAMP");
    }

    @Test
    void refusesLengthsThatDoNotGoWithTheType() {
        assertThatIllegalArgumentException().isThrownBy(() -> TdField.of("a", DataType.VARCHAR));
        assertThatIllegalArgumentException().isThrownBy(() -> TdField.of("a", DataType.INT, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> TdField.of("a", DataType.NULL));
        assertThatIllegalArgumentException().isThrownBy(() -> TdField.decimal("a", 39, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TdField.decimal("a", 4, 5));
    }
}

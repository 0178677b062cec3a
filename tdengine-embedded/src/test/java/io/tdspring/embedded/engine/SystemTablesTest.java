// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.tmq.ConsumerSettings;
import io.tdspring.embedded.tmq.OffsetReset;
import io.tdspring.embedded.tmq.Rebalance;
import io.tdspring.embedded.tmq.TopicConsumer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about the server that no recording has, and those that it refuses. */
class SystemTablesTest {

    private final SqlEngine engine = new SqlEngine(new EngineSettings(
            Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC),
            ZoneOffset.UTC,
            "3.3.6.1",
            MissingTypes.NONE,
            Map.of("root", "taosdata"),
            Rebalance.AT_ONCE,
            Long.MAX_VALUE));

    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void createTables() {
        engine.execute(session, "create database plant vgroups 3 keep 48h duration 1h keep_time_offset 4h");
        session.setDatabase("plant");
        engine.execute(session, "create stable tank (ts timestamp, v int, d decimal(10,2)) tags (id int)");
        engine.execute(session, "create table a using tank tags (1)");
        engine.execute(session, "create table lone (ts timestamp, v int)");
    }

    private List<String> rows(String sql) {
        StatementResult.Rows rows = (StatementResult.Rows) engine.execute(session, sql);
        List<String> texts = new ArrayList<>();
        rows.rows().forEachRemaining(row -> texts.add(Arrays.toString(row)));
        return texts;
    }

    private List<String> columns(String sql) {
        return ((StatementResult.Rows) engine.execute(session, sql))
                .columns().stream().map(Column::name).toList();
    }

    @Test
    void readsTheTablesOfTheSessionsDatabase() {
        session.setDatabase("information_schema");

        assertThat(rows("select count(*) from ins_tables where db_name = 'plant'"))
                .containsExactly("[2]");
    }

    @Test
    void comparesTheTimeOfCreation() {
        assertThat(rows("select stable_name from information_schema.ins_stables where create_time = now"))
                .containsExactly("[tank]");
    }

    @Test
    void readsASystemTableInASubquery() {
        assertThat(rows("select max(n) from (select db_name, count(*) as n from information_schema.ins_tables"
                        + " group by db_name)"))
                .containsExactly("[2]");
    }

    @Test
    void seesATableThatWasDroppedNoMore() {
        engine.execute(session, "drop table lone");

        assertThat(rows("select table_name from information_schema.ins_tables")).containsExactly("[a]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select `keep_time_offset` from information_schema.ins_databases where name = 'plant'; [4]",
                "select `vgroups`, ntables, status from information_schema.ins_databases where name = 'plant'; [3, 2, ready]",
                "select count(*) from information_schema.ins_vgroups where db_name = 'plant'; [3]",
                "select sum(`tables`) from information_schema.ins_vgroups; [2]",
                "select version, (expire_time < now) from information_schema.ins_cluster; [community, false]",
                "select id, status from information_schema.ins_dnodes; [1, ready]",
                "select role from information_schema.ins_mnodes; [leader]",
                "select name, super, `createdb` from information_schema.ins_users; [root, 1, 1]",
                "select count(*) from information_schema.ins_topics; [0]",
                "select count(*) from information_schema.ins_streams; [0]",
                "select count(*) from information_schema.ins_subscriptions; [0]",
                "select count(*) from performance_schema.perf_consumers; [0]",
                "select count(*) from performance_schema.perf_connections; [0]",
                "select count(*) from performance_schema.perf_trans; [0]",
                "select server_version(); [3.3.6.1]",
            })
    void tellsWhatThereIs(String sql, String row) {
        assertThat(rows(sql)).containsExactly(row);
    }

    /** What taospy's SQLAlchemy dialect reads: the name is the first column, what is indexed the sixth. */
    @Test
    void laysOutTheIndexesAsTheSqlAlchemyDialectExpects() {
        String sql = "SELECT * FROM information_schema.INS_INDEXES WHERE db_name = 'plant' AND table_name = 'tank'";

        assertThat(columns(sql).get(0)).isEqualTo("index_name");
        assertThat(columns(sql).get(5)).isEqualTo("column_name");
        assertThat(rows(sql)).containsExactly("[id_tank, plant, tank, null, null, id, tag_index]");
    }

    @Test
    void listsAnIndexAsLongAsThereIsItsTag() {
        String names = "select index_name from information_schema.ins_indexes where table_name = 'tank'";
        engine.execute(session, "alter stable tank add tag region varchar(8)");

        engine.execute(session, "create index by_region on tank (region)");
        List<String> created = rows(names);
        engine.execute(session, "alter stable tank drop tag region");

        assertThat(created).containsExactly("[id_tank]", "[by_region]");
        assertThat(rows(names)).containsExactly("[id_tank]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table noted (ts timestamp, v int) comment 'x'",
                "create table noted using tank tags (2) ttl 5",
                "create stable noted (ts timestamp, v int) tags (t int) comment 'x'"
            })
    void doesNotLeaveACommentOutOfTheStatementThatItShows(String create) {
        engine.execute(session, create);

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows("show create table noted"))
                .withMessageEndingWith("is not supported by the embedded server");
    }

    @Test
    void readsAndDescribesEveryTableThatItNames() {
        List<TableName> tables = engine.systemTables().tables();

        assertThat(tables).hasSizeGreaterThan(15).allSatisfy(table -> {
            String name = table.database() + "." + table.name();
            assertThat(rows("describe " + name))
                    .hasSameSizeAs(columns("select * from " + name))
                    .isNotEmpty();
            assertThat(rows("select count(*) from " + name)).hasSize(1);
        });
    }

    @Test
    void showsACreateDatabaseThatMakesTheSameOptions() {
        engine.execute(session, "create database other cachemodel 'both' wal_retention_period 60 precision 'us'");
        String statement = rows("show create database other").get(0).split(", ", 2)[1];

        engine.execute(session, "drop database other");
        engine.execute(session, statement.substring(0, statement.length() - 1));

        assertThat(rows("select `cachemodel`, `wal_retention_period`, `precision`, `keep`"
                        + " from information_schema.ins_databases where name = 'other'"))
                .containsExactly("[both, 60, us, 3650d,3650d,3650d]");
    }

    @Test
    void refusesRowsThatALongerKeepWouldTake() {
        String old = "insert into lone values ('2026-11-01', 1)";

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> engine.execute(session, old))
                .withMessage("Timestamp data out of range");

        engine.execute(session, "alter database plant keep 100");
        assertThat(engine.execute(session, old)).isEqualTo(new StatementResult.Update(1));
    }

    @Test
    void listsConsumersAndHowFarTheirGroupsAre() {
        engine.execute(session, "create topic t as database plant");
        ConsumerSettings settings = ConsumerSettings.of("g", "c1", "root", OffsetReset.EARLIEST);
        try (TopicConsumer consumer = engine.subscriptions().join(settings, List.of("t"))) {
            assertThat(rows("select consumer_group, client_id, `user`, `topics`"
                            + " from performance_schema.perf_consumers"))
                    .containsExactly("[g, c1, root, t]");
            assertThat(rows("select count(*) from information_schema.ins_subscriptions where topic_name = 't'"
                            + " and consumer_id is not null"))
                    .containsExactly("[3]");
            assertThat(consumer.topics()).containsExactly("t");
        }
        assertThat(rows("show consumers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select `ss_compact` from information_schema.ins_databases",
                "select uid from information_schema.ins_tables",
                "select table_comment from information_schema.ins_tables",
                "select create_time from information_schema.ins_indexes",
                "select create_time from information_schema.ins_topics",
                "select name from information_schema.ins_cluster",
                "select reboot_time from information_schema.ins_dnodes",
                "select pid from performance_schema.perf_connections",
                "select `offset` from information_schema.ins_subscriptions",
                "select parameters from performance_schema.perf_consumers",
                "select tbname from information_schema.ins_tables",
                "select _rowts from information_schema.ins_tables",
                "select first(table_name) from information_schema.ins_tables",
                "select count(*) from information_schema.ins_tables interval(1d)",
                "select * from information_schema.ins_grants",
                "select * from performance_schema.perf_apps",
                "show grants",
                "show vnodes",
                "show table distributed tank",
                "show table tags nosuch from tank",
                "show table tags from lone",
                "show information_schema.tables",
                "show create database information_schema",
                "flush database performance_schema",
                "create topic t as select * from information_schema.ins_tables",
                "create topic t as database information_schema",
                "create index i on lone (v)",
                "create index i on tank (id)",
                "drop index id_tank",
                "create database bad cachemodel 'fast'",
                "create database bad wal_retention_size 9223372036854775808",
                "create database bad table_prefix 40000",
                "create database bad keep_time_offset 1d"
            })
    void refusesWhatIsOnlyKnownToARealServer(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .withMessageEndingWith("is not supported by the embedded server");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Statement.ChildTable;
import io.tdspring.embedded.sql.Statement.CreateChildTables;
import io.tdspring.embedded.sql.Statement.CreateDatabase;
import io.tdspring.embedded.sql.Statement.CreateSuperTable;
import io.tdspring.embedded.sql.Statement.CreateTable;
import io.tdspring.embedded.sql.Statement.CreateTopic;
import io.tdspring.embedded.sql.Statement.DatabaseTopic;
import io.tdspring.embedded.sql.Statement.DropTables;
import io.tdspring.embedded.sql.Statement.DropTopic;
import io.tdspring.embedded.sql.Statement.DroppedTable;
import io.tdspring.embedded.sql.Statement.Show;
import io.tdspring.embedded.sql.Statement.ShowKind;
import io.tdspring.embedded.sql.Statement.SuperTableTopic;
import io.tdspring.embedded.sql.Statement.TableKind;
import io.tdspring.embedded.sql.Statement.TopicMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParserTest {

    @Test
    void readsTheOptionsOfADatabase() {
        CreateDatabase create = (CreateDatabase)
                Parser.parse(
                        "CREATE DATABASE IF NOT EXISTS Power PRECISION 'US' keep 10d,20d,365 wal_retention_period -1 vgroups 2");

        assertThat(create)
                .isEqualTo(new CreateDatabase(
                        "power",
                        true,
                        Map.of(
                                "precision", "US",
                                "keep", "10d,20d,365",
                                "wal_retention_period", "-1",
                                "vgroups", "2")));
    }

    @Test
    void readsColumnsOfAllTypes() {
        CreateTable create = (CreateTable) Parser.parse("""
                create table t (ts timestamp, a bool, b tinyint unsigned, c integer, d bigint unsigned, e float,
                `F` double, g binary(10), h nchar(5), i varbinary(6), j geometry(80), k decimal(10,2),
                l decimal(30), m blob)""");

        assertThat(create.columns())
                .containsExactly(
                        column("ts", DataType.TIMESTAMP, 8),
                        column("a", DataType.BOOL, 1),
                        column("b", DataType.UTINYINT, 1),
                        column("c", DataType.INT, 4),
                        column("d", DataType.UBIGINT, 8),
                        column("e", DataType.FLOAT, 4),
                        column("F", DataType.DOUBLE, 8),
                        column("g", DataType.VARCHAR, 10),
                        column("h", DataType.NCHAR, 5),
                        column("i", DataType.VARBINARY, 6),
                        column("j", DataType.GEOMETRY, 80),
                        new ColumnDefinition("k", DataType.DECIMAL64, 8, 10, 2),
                        new ColumnDefinition("l", DataType.DECIMAL, 16, 30, 0),
                        column("m", DataType.BLOB, 0));
    }

    @Test
    void makesATableWithTagsASuperTable() {
        CreateSuperTable create = (CreateSuperTable)
                Parser.parse("create table if not exists d.s (ts timestamp, v int) tags (j json) comment 'x' ttl 5");

        assertThat(create.table()).isEqualTo(new TableName("d", "s"));
        assertThat(create.ifNotExists()).isTrue();
        assertThat(create.tags()).containsExactly(column("j", DataType.JSON, 0));
        assertThat(create.options()).isEqualTo(Map.of("comment", "x", "ttl", "5"));
    }

    @Test
    void readsSeveralChildTables() {
        CreateChildTables create = (CreateChildTables) Parser.parse(
                "create table a using s (t1) tags (now + 1s) if not exists b using d.s tags ('x', null, true, -2)");

        assertThat(create.tables())
                .extracting(ChildTable::table)
                .containsExactly(new TableName(null, "a"), new TableName(null, "b"));
        assertThat(create.tables()).extracting(ChildTable::ifNotExists).containsExactly(false, true);
        assertThat(create.tables().get(0).using().tagNames()).containsExactly("t1");
        assertThat(create.tables().get(1).using().superTable()).isEqualTo(new TableName("d", "s"));
        assertThat(create.tables().get(1).using().tags()).hasSize(4);
    }

    @Test
    void dropsSeveralTables() {
        DropTables drop = (DropTables) Parser.parse("drop table if exists a, d.b, if exists c");

        assertThat(drop.kind()).isEqualTo(TableKind.TABLE);
        assertThat(drop.tables())
                .containsExactly(
                        new DroppedTable(new TableName(null, "a"), true),
                        new DroppedTable(new TableName("d", "b"), false),
                        new DroppedTable(new TableName(null, "c"), true));
    }

    @Test
    void readsTopics() {
        CreateTopic query = (CreateTopic) Parser.parse("create topic if not exists `T` as select ts from s");

        assertThat(query.name()).isEqualTo("T");
        assertThat(query.ifNotExists()).isTrue();
        assertThat(query.source()).isInstanceOf(Statement.QueryTopic.class);
        assertThat(((CreateTopic) Parser.parse("create topic t only meta as database d")).source())
                .isEqualTo(new DatabaseTopic("d", TopicMeta.ONLY_META));
        assertThat(((CreateTopic) Parser.parse("create topic t with meta as stable s")).source())
                .isEqualTo(new SuperTableTopic(new TableName(null, "s"), null, TopicMeta.WITH_META));
        assertThat(Parser.parse("drop topic if exists force t")).isEqualTo(new DropTopic("t", true, true));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "show databases, DATABASES, -, -, -",
                "show user databases, USER_DATABASES, -, -, -",
                "show d.tables like 'a\\_%', TABLES, d, -, a\\_%",
                "show normal d.tables, NORMAL_TABLES, d, -, -",
                "show child tables, CHILD_TABLES, -, -, -",
                "show `D`.stables, STABLES, D, -, -",
                "show d.views, VIEWS, d, -, -",
                "show d.vgroups, VGROUPS, d, -, -",
                "show create database d, CREATE_DATABASE, -, d, -",
                "show create table d.t, CREATE_TABLE, d, t, -",
                "show create stable s, CREATE_STABLE, -, s, -",
                "show cluster alive, ALIVE, -, -, -",
                "show d.alive, ALIVE, d, -, -",
                "show tags from t from d, TAGS, d, t, -",
                "show subscriptions, SUBSCRIPTIONS, -, -, -"
            })
    void readsShow(String sql, ShowKind kind, String database, String name, String like) {
        assertThat(Parser.parse(sql)).isEqualTo(new Show(kind, database, name, like));
    }

    @Test
    void readsAlterOfColumnsAndTags() {
        TableName table = new TableName("d", "t");

        assertThat(Parser.parse("alter stable d.t add column c nchar(4)"))
                .isEqualTo(new Alter(
                        Statement.TableKind.STABLE,
                        table,
                        new Alter.Add(Alter.Member.COLUMN, new ColumnDefinition("c", DataType.NCHAR, 4, 0, 0))));
        assertThat(Parser.parse("alter table d.t rename tag `A` b"))
                .isEqualTo(new Alter(Statement.TableKind.TABLE, table, new Alter.Rename(Alter.Member.TAG, "A", "b")));
        assertThat(Parser.parse("alter table d.t drop tag a"))
                .isEqualTo(new Alter(Statement.TableKind.TABLE, table, new Alter.Drop(Alter.Member.TAG, "a")));
    }

    @Test
    void ignoresWhatFollowsASemicolon() {
        assertThat(Parser.parse("use d; drop database d")).isEqualTo(new Statement.UseDatabase("d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant read on d.* to u | GRANT READ",
                "show grants | SHOW GRANTS",
                "create user u pass 'p' host '::1' | Restricting a user to hosts",
                "explain select 1 | EXPLAIN SELECT"
            })
    void saysClearlyWhatItDoesNotHave(String sql, String what) {
        assertThatThrownBy(() -> Parser.parse(sql)).hasMessage(what + " is not supported by the embedded server");
    }

    /** Recorded in golden/rest: error-syntax, error-syntax-insert, error-incomplete, error-long-identifier. */
    @Test
    void failsAsTheServerDidOverRest() {
        assertThatThrownBy(() -> Parser.parse("selec 1")).hasMessage("syntax error near \"selec 1\"");
        assertThatThrownBy(() -> Parser.parse("insert into edges valuse(1,2)"))
                .hasMessage("syntax error near \"valuse(1,2)\"");
        assertThatThrownBy(() -> Parser.parse("select * from")).hasMessage("Incomplete SQL statement");
        assertThatThrownBy(() -> Parser.parse("select * from " + "t".repeat(193)))
                .hasMessage("Invalid identifier name: " + "t".repeat(193));
    }

    /** A name that is one byte too long; the message as recorded in ddl_table. */
    @Test
    void refusesNamesThatAreTooLong() {
        String column = "c".repeat(65);

        assertThatThrownBy(() -> Parser.parse("create table t13 (ts timestamp, `" + column + "` int)"))
                .hasMessage("Invalid identifier name: " + column + "` int)");
        assertThatThrownBy(() -> Parser.parse("use " + "é".repeat(33))).hasMessageContaining("Invalid identifier name");
        assertThat(Parser.parse("use " + "é".repeat(32))).isInstanceOf(Statement.UseDatabase.class);
    }

    private static ColumnDefinition column(String name, DataType type, int length) {
        return new ColumnDefinition(name, type, length, 0, 0);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import tools.jackson.databind.JsonNode;

/** Makes the tables and topics which the recordings of subscriptions were made with, statement by statement. */
final class GoldenTopics {

    private static final String DATABASE = "/rest/sql/gold_tmq";
    private static final String TYPES = "create table types(ts timestamp, c_bool bool, c_i8 tinyint, c_i16 smallint,"
            + " c_i32 int, c_i64 bigint, c_u8 tinyint unsigned, c_u16 smallint unsigned, c_u32 int unsigned,"
            + " c_u64 bigint unsigned, c_f float, c_d double, c_vc varchar(64), c_nc nchar(32), c_vb varbinary(64),"
            + " c_geo geometry(512), c_d64 decimal(18,4), c_d128 decimal(38,10), c_ts timestamp, c_blob blob)";

    private GoldenTopics() {}

    /** The database {@code gold_tmq} of one vgroup, with the topics {@code gt_…}. */
    static void create(RestPeer rest) {
        rest.run("/rest/sql", "create database gold_tmq vgroups 1 keep 36500");
        run(
                rest,
                TYPES,
                "create stable st(ts timestamp, v int, s varchar(10)) tags(g int, n nchar(10))",
                "create stable sj(ts timestamp, v int) tags(j json)");
        insertTypes(rest);
        run(
                rest,
                "create table d1 using st tags(1, '北京')",
                "create table d2 using st tags(2, null)",
                "insert into d1 values(1700000000000,1,'a')(1700000000001,null,null)(1700000000002,3,'é')",
                "create table nt(ts timestamp, k bigint)",
                "insert into nt values(1700000000000,1)",
                "insert into d3 using st tags(3,'auto') values(1700000000000,3,'auto')",
                "insert into j1 using sj tags('{\"a\":1}') values(1700000000000,1)",
                "alter table st add column w double",
                "alter table st add tag g2 int",
                "alter table d1 set tag g=11",
                "alter table nt rename column k k2",
                "delete from d1 where ts = 1700000000002",
                "insert into d1 values(1700000000009,9,'w',0.5)",
                "drop table d2",
                "drop table nt",
                "alter table st drop tag g2",
                "create topic gt_query as select ts, v, s, g, tbname from st",
                "create topic gt_types as select * from types",
                "create topic gt_json as select ts, v, j from sj",
                "create topic gt_stable as stable st",
                "create topic gt_db as database gold_tmq",
                "create topic gt_stable_meta with meta as stable st",
                "create topic gt_db_meta with meta as database gold_tmq",
                "create topic gt_only_meta only meta as database gold_tmq");
    }

    /** The database {@code gold_tmq2} of two vgroups with rows in both, and the topic {@code gt2}. */
    static void createInTwoVgroups(RestPeer rest) {
        rest.run("/rest/sql", "create database gold_tmq2 vgroups 2 keep 36500");
        String path = "/rest/sql/gold_tmq2";
        rest.run(path, "create stable s2(ts timestamp, v int) tags(g int)");
        for (int i = 0; i < 8; i++) {
            rest.run(path, "insert into t" + i + " using s2 tags(1) values(170000000000" + i + "," + i + ")");
        }
        rest.run(path, "create topic gt2 as select ts, v from s2");
    }

    private static void insertTypes(RestPeer rest) {
        for (JsonNode block : Resources.json("ws/tmq-types.expected.json").get("blocks")) {
            for (JsonNode row : block.get("rows")) {
                rest.run(DATABASE, GoldenData.insert("types", block.get("columns"), row));
            }
        }
    }

    private static void run(RestPeer rest, String... statements) {
        for (String statement : statements) {
            rest.run(DATABASE, statement);
        }
    }
}

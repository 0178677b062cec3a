// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that went wrong is refused, or written as rows that can be read; nothing else comes of it. */
class RandomLinesTest {

    private static final long SEED = 20261122;
    private static final int ROUNDS = 20_000;
    private static final int MOST_CHANGES = 4;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SPECIAL = ",= \"\\\n#.{}[]:`'LBGiuf0123456789eE+-x\u0000é😀";

    /** Each in the place of its protocol's number. */
    private static final List<List<String>> VALID = List.of(
            List.of(),
            List.of(
                    "st,t1=3i64,t2=4f64,t3=\"t3\" c1=3i64,c3=L\"passit\",c2=false,c4=4f64 1767225600000",
                    "ty,t=1 a=1i8,b=2u8,i=1.5f32,m=\"str\",n=L\"nch\",o=B\"\\x01ff\",u=G\"POINT(1 2)\" 1767225600001",
                    "a\\ b,t=x\\,y v=1,w=t 1767225600002\nst,t1=5i64 c1=4i64 1767225600003"),
            List.of(
                    "sys_if_bytes_out 1767225600 1.3E3 host=web01 interface=eth0",
                    "m1 1767225600 1i64 host=a\nm1 1767225601000 2i64 host=a",
                    "m2 1767225600 \"text\" host=a"),
            List.of(
                    "{\"metric\":\"meter\",\"timestamp\":1767225600,\"value\":10.3,\"tags\":{\"groupid\":2,\"id\":\"d1\"}}",
                    "[{\"metric\":\"meter\",\"timestamp\":1767225601000,\"value\":1,\"tags\":{\"id\":\"x\"}}]",
                    "{\"metric\":\"mt\",\"timestamp\":{\"value\":1767225600,\"type\":\"s\"},\"value\":{\"value\":true,"
                            + "\"type\":\"bool\"},\"tags\":{\"t\":{\"value\":1,\"type\":\"tinyint\"}}}"));

    private final Random random = new Random(SEED);
    private final SqlEngine engine = new SqlEngine(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    private final SessionState session = engine.newSession("root");

    @ParameterizedTest
    @ValueSource(ints = {SchemalessInsert.LINE, SchemalessInsert.TELNET, SchemalessInsert.JSON})
    void areRefusedOrWritten(int protocol) {
        engine.execute(session, "create database d");
        engine.execute(session, "use d");
        int written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> valid = VALID.get(protocol);
            String data = changed(valid.get(round % valid.size()));
            try {
                written += (int) engine.write(session, new SchemalessInsert(1, protocol, "ms", data, 0, ""))
                        .affectedRows();
            } catch (SqlException e) {
                assertThat(e.code()).isNotZero();
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
            }
        }

        assertThat(written).isBetween(ROUNDS / 100, 2 * ROUNDS);
        assertThat(readAll()).isPositive().isLessThanOrEqualTo(written);
    }

    private String changed(String data) {
        StringBuilder text = new StringBuilder(data);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            char special = SPECIAL.charAt(random.nextInt(SPECIAL.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, special);
                case 1 -> text.insert(at, special);
                case 2 -> text.deleteCharAt(at);
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(10)));
            }
        }
        return text.toString();
    }

    /** Reads all tables and counts their rows. */
    private int readAll() {
        List<Object> rows = new ArrayList<>();
        for (var superTable : engine.catalog().find("d").superTables()) {
            String name = superTable.name().replace("`", "``");
            StatementResult.Rows result =
                    (StatementResult.Rows) engine.execute(session, "select * from `" + name + "`");
            result.rows().forEachRemaining(rows::add);
        }
        return rows.size();
    }
}

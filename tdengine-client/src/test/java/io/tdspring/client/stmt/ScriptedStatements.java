// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.ScriptedPeer;
import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.client.TdengineClient;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A peer that prepares, binds and executes one INSERT as a server does, unless a test says otherwise. */
abstract class ScriptedStatements {

    static final String SQL = "insert into ? using st tags(?) values(?,?)";

    static final String FIELDS = "\"is_insert\":true,\"fields\":["
            + "{\"name\":\"tbname\",\"field_type\":8,\"precision\":0,\"scale\":0,\"bytes\":271,\"bind_type\":4},"
            + "{\"name\":\"t1\",\"field_type\":4,\"precision\":0,\"scale\":0,\"bytes\":4,\"bind_type\":2},"
            + "{\"name\":\"ts\",\"field_type\":9,\"precision\":0,\"scale\":0,\"bytes\":8,\"bind_type\":1},"
            + "{\"name\":\"f\",\"field_type\":6,\"precision\":0,\"scale\":0,\"bytes\":4,\"bind_type\":1}],"
            + "\"fields_count\":4";

    final ScriptedPeer peer = new ScriptedPeer();
    final AtomicInteger statements = new AtomicInteger();
    final TdengineClient client = TdengineClient.builder()
            .endpoints(peer.endpoint())
            .requestTimeout(Duration.ofSeconds(20))
            .build();

    @BeforeEach
    void script() {
        peer.on(Stmt2Init.ACTION, request -> request.succeed("\"stmt_id\":" + statements.incrementAndGet()));
        peer.on(Stmt2Prepare.ACTION, request -> request.succeed("\"stmt_id\":" + prepared(request) + "," + FIELDS));
        peer.on(Stmt2Bind.ACTION, request -> request.succeed("\"stmt_id\":1"));
        peer.on(Stmt2Exec.ACTION, request -> request.succeed("\"stmt_id\":1,\"affected\":7"));
    }

    static long prepared(Received request) {
        return Stmt2Prepare.read(request.json()).statementId();
    }

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    static void bindOne(TdStatement insert) {
        insert.setString(0, "d1")
                .setLong(1, 1)
                .setLong(2, 1700000000000L)
                .setFloat(3, 1.5f)
                .addRow();
    }

    int binds() {
        return Collections.frequency(peer.actions(), Stmt2Bind.ACTION);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.replay.ReplayServer;
import io.tdspring.embedded.EmbeddedTdengine;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A server in a process of its own: {@code ServerProcess replay|embedded}. It answers its endpoint, then to each line a record. */
final class ServerProcess {

    private static final Logger SERVER_LOG = Logger.getLogger("io.tdspring.embedded");

    private ServerProcess() {}

    @SuppressWarnings("MustBeClosed")
    public static void main(String[] arguments) throws IOException {
        if (Scenario.Server.valueOf(arguments[0]) == Scenario.Server.REPLAY) {
            ReplayServer server = ReplayServer.start();
            Commands.answer(server.endpoint());
            Commands.serve(line -> server.takeRecord().toString());
        } else {
            SERVER_LOG.setLevel(Level.WARNING);
            EmbeddedTdengine server = EmbeddedTdengine.builder().start();
            Tables.fill(server.endpoint());
            Commands.answer(server.endpoint());
            Commands.serve(line -> server.usage().toString());
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.replay.ReplayServer;
import io.tdspring.embedded.EmbeddedTdengine;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server of a scenario in a process of its own: {@code ServerProcess scenario}. It answers its endpoint, and then to each
 * line what has been done to it.
 */
final class ServerProcess {

    private static final Logger SERVER_LOG = Logger.getLogger("io.tdspring.embedded");

    private ServerProcess() {}

    @SuppressWarnings("MustBeClosed")
    public static void main(String[] arguments) throws IOException {
        Scenario scenario = Scenarios.named(arguments[0]);
        if (scenario.server() == Scenario.Server.REPLAY) {
            ReplayServer server = ReplayServer.start();
            Commands.answer(server.endpoint());
            Commands.serve(line -> server.takeRecord().toString());
        } else {
            SERVER_LOG.setLevel(Level.WARNING);
            EmbeddedTdengine server = EmbeddedTdengine.builder().start();
            Tables.create(server.endpoint(), scenario.tables());
            Commands.answer(server.endpoint());
            Commands.serve(line -> server.usage().toString());
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the programs in {@code src/test/python}, which use TDengine's own clients for Python, against a server.
 *
 * <p>The interpreter is the one that the variable {@code TDSPRING_PYTHON} names, else {@code python3} if it has the two
 * clients; without them there is nothing to run.
 */
class PythonClientsTest {

    private static final String REST_CLIENT = "2.8.10";
    private static final String WEB_SOCKET_CLIENT = "0.7.0";
    private static final String VERSIONS =
            "import importlib.metadata as m; print(m.version('taospy'), m.version('taos-ws-py'))";
    private static final long MINUTES = 4;
    private static final System.Logger LOG = System.getLogger(PythonClientsTest.class.getName());

    /** For what the programs say: a pipe that nobody reads would stop them. */
    @TempDir
    private Path folder;

    @Test
    @Timeout(value = MINUTES + 1, unit = TimeUnit.MINUTES)
    void servesTheClientsForPython() throws IOException, InterruptedException {
        String python = Objects.requireNonNullElse(System.getenv("TDSPRING_PYTHON"), "python3");
        assumeTrue(
                hasClients(python),
                python + " has no taospy " + REST_CLIENT + " and taos-ws-py " + WEB_SOCKET_CLIENT
                        + "; see src/test/python/run.py");
        Path runner = Path.of("src", "test", "python", "run.py");

        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            ProcessBuilder command = new ProcessBuilder(python, "-B", runner.toString());
            command.environment().put("TDENGINE_HOST", "127.0.0.1");
            command.environment().put("TDENGINE_PORT", Integer.toString(server.port()));
            command.environment().put("PYTHONIOENCODING", "utf-8");

            assertThat(run(command)).isEqualTo(0);
        }
    }

    private boolean hasClients(String python) throws InterruptedException {
        Path versions = folder.resolve("versions");
        try {
            Process process = new ProcessBuilder(python, "-c", VERSIONS)
                    .redirectErrorStream(true)
                    .redirectOutput(versions.toFile())
                    .start();
            return ended(process) && Files.readString(versions).strip().equals(REST_CLIENT + " " + WEB_SOCKET_CLIENT);
        } catch (IOException e) {
            // There is no such program.
            return false;
        }
    }

    /** Passes the output on, and returns the exit code. */
    private int run(ProcessBuilder command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = command.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = ended(process);
        LOG.log(Level.INFO, "The clients for Python:\n" + Files.readString(output));
        if (!ended || process.exitValue() != 0) {
            LOG.log(Level.ERROR, Files.readString(errors));
        }
        assertThat(ended).as("end of the tests").isTrue();
        return process.exitValue();
    }

    private static boolean ended(Process process) throws InterruptedException {
        if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            return true;
        }
        process.destroyForcibly();
        return false;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.standalone;

import io.tdspring.embedded.EmbeddedTdengine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an embedded server until the process is told to end: {@code java -jar tdengine-embedded-server.jar --help}.
 *
 * <p>Exit codes: 0 after help, 1 if it cannot listen, 2 for a wrong command line.
 */
public final class EmbeddedServer {

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final int CANNOT_LISTEN = 1;
    private static final int WRONG_USAGE = 2;

    private EmbeddedServer() {}

    /** Starts the server and waits for the end of the process. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOG_FORMAT) == null) {
            // The JDK's own form takes two lines for each message.
            System.setProperty(LOG_FORMAT, "%1$tF %1$tT %4$s %5$s%6$s%n");
        }
        try {
            CommandLine commandLine = CommandLine.read(System.getenv(), arguments);
            if (commandLine.wantsHelp()) {
                print(FileDescriptor.out, CommandLine.help());
                return;
            }
            serve(commandLine.builder());
        } catch (UsageException e) {
            end(WRONG_USAGE, e);
        } catch (UncheckedIOException e) {
            end(CANNOT_LISTEN, e);
        }
    }

    /** The server itself tells that it listens. */
    private static void serve(EmbeddedTdengine.Builder builder) throws InterruptedException {
        EmbeddedTdengine server = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        // Its threads are daemons; this one keeps the process until a signal ends it.
        new CountDownLatch(1).await();
    }

    private static void end(int code, Exception reason) {
        print(FileDescriptor.err, String.valueOf(reason.getMessage()));
        System.exit(code);
    }

    private static void print(FileDescriptor where, String text) {
        try (PrintStream out = new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8)) {
            out.println(text);
        }
    }
}

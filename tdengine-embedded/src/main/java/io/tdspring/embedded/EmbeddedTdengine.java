// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.embedded.engine.EngineSettings;
import io.tdspring.embedded.engine.MissingTypes;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Faults;
import io.tdspring.embedded.net.Listener;
import io.tdspring.embedded.net.ListenerOptions;
import io.tdspring.embedded.net.OpenConnections;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerThreads;
import io.tdspring.embedded.server.ServerVersion;
import io.tdspring.embedded.server.faults.InjectedFaults;
import io.tdspring.embedded.tmq.Rebalance;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A TDengine-compatible server in this JVM, for development and tests: SQL over REST and WebSocket and topics over
 * WebSocket, all on one port, with everything kept in memory.
 *
 * <pre>{@code
 * try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
 *     … "http://" + server.endpoint() …
 * }
 * }</pre>
 *
 * <p>It answers like the TDengine whose version it tells, or refuses with "not supported by the embedded server".
 *
 * <p>Thread-safe. Its threads are daemons; {@link #close()} ends them.
 */
public final class EmbeddedTdengine implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedTdengine.class.getName());

    private final String host;
    private final Listener listener;
    private final ServerThreads threads;
    private final Faults faults;
    private final Supplier<Usage> usage;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedTdengine(
            String host, Listener listener, ServerThreads threads, Faults faults, Supplier<Usage> usage) {
        this.host = host;
        this.listener = listener;
        this.threads = threads;
        this.faults = faults;
        this.usage = usage;
    }

    /** A server on a free port of the loopback address, with the user {@code root} and the password {@code taosdata}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The host it listens on, as it was given. */
    public String host() {
        return host;
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    /** Host and port with a colon between them, as clients want them. */
    public String endpoint() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port();
    }

    /** What it does wrong on purpose: nothing, until a test adds to it. */
    public Faults faults() {
        return faults;
    }

    /**
     * What clients keep of it at this moment.
     *
     * @param connections open sockets
     * @param openResults results of statements over WebSocket, on all connections, that have neither been read to their
     *     ends nor freed
     */
    public record Usage(int connections, int openResults) {}

    /** What clients keep of it at this moment; a test can see by it that they have given everything back. */
    public Usage usage() {
        return usage.get();
    }

    /** Closes the port and all connections, and ends the threads. Its data is gone. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listener.cut();
            threads.endStatements();
            listener.close();
            threads.close();
        }
    }

    /** Runs a task again and again. */
    @FunctionalInterface
    interface Timer {
        void every(Duration period, Runnable task);
    }

    /** How a server is to be; not thread-safe. */
    public static final class Builder {

        private static final Duration REBALANCE_PERIOD = Duration.ofSeconds(2);
        private static final int DEFAULT_BLOCK_ROWS = 4096;
        private static final int DEFAULT_CONNECTIONS = 1024;
        private static final int DEFAULT_MESSAGE_BYTES = 100 * 1024 * 1024;

        private final List<FaultRule> faults = new ArrayList<>();
        private final Map<String, String> users = new HashMap<>(Map.of("root", "taosdata"));
        private String host = "127.0.0.1";
        private int port;
        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneOffset.UTC;
        private String version = SqlEngine.VERSION;
        private int blockRows = DEFAULT_BLOCK_ROWS;
        private int maxConnections = DEFAULT_CONNECTIONS;
        private long maxRowBytes = Long.MAX_VALUE;
        private int maxMessageBytes = DEFAULT_MESSAGE_BYTES;
        private Rebalance rebalance = Rebalance.AT_ONCE;
        private @Nullable Timer timer;

        private Builder() {}

        /** The name or address to listen on; {@code 127.0.0.1} by default. */
        public Builder host(String name) {
            this.host = name;
            return this;
        }

        /** The port, or 0, the default, for a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Adds a user, or changes a user's password. */
        public Builder user(String name, String password) {
            if (name.isEmpty() || password.isEmpty()) {
                throw new IllegalArgumentException("A user needs a name and a password");
            }
            users.put(name, password);
            return this;
        }

        /** What NOW and the keeping of data are measured by; the system's clock by default. */
        public Builder clock(Clock source) {
            this.clock = source;
            return this;
        }

        /** The server's time zone, in which timestamps without one are read; UTC by default. */
        public Builder zone(ZoneId id) {
            this.zone = id;
            return this;
        }

        /**
         * The version that clients are told, when they connect and by {@code select server_version()}; {@code 3.3.7.5} by
         * default. Of the requests and their parts those are known that this version knows: prepared statements by the
         * actions {@code stmt2_…} from 3.3.6.0 on, for one. How statements are answered stays as in 3.3.7.5.
         *
         * @throws IllegalArgumentException if it is no version of the lines 3.3, from 3.3.2.0 on, and 3.4
         */
        public Builder version(String text) {
            this.version = ServerVersion.of(text).toString();
            return this;
        }

        /** The most rows in one block of a result; 4096 by default. */
        public Builder blockRows(int rows) {
            if (rows < 1) {
                throw new IllegalArgumentException("A block needs at least one row, not " + rows);
            }
            this.blockRows = rows;
            return this;
        }

        /** The most bytes of one request; 100 MiB by default. */
        public Builder maxMessageBytes(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("A message needs at least one byte, not " + bytes);
            }
            this.maxMessageBytes = bytes;
            return this;
        }

        /**
         * About how much memory the rows of all tables may take, in bytes; as much as the JVM has by default. A write that
         * would take more fails with 0x0102 "Out of Memory"; dropping tables and deleting rows makes room. The logs that
         * topics read have a bound of their own, 256 MiB a vgroup.
         */
        public Builder maxRowBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("Rows need at least one byte, not " + bytes);
            }
            this.maxRowBytes = bytes;
            return this;
        }

        /** The most connections at a time; 1024 by default. One more is answered HTTP status 503 and ended. */
        public Builder maxConnections(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("A server needs at least one connection, not " + number);
            }
            this.maxConnections = number;
            return this;
        }

        /** Adds a rule that the server follows from its first connection on; see {@link EmbeddedTdengine#faults()}. */
        public Builder fault(FaultRule rule) {
            faults.add(rule);
            return this;
        }

        /** When the members of a consumer group get their vgroups; {@link Rebalance#AT_ONCE} by default. */
        public Builder rebalance(Rebalance mode) {
            this.rebalance = mode;
            return this;
        }

        /** What runs tasks every now and then instead of a thread of the server, for tests that do not want to wait. */
        Builder timer(Timer source) {
            this.timer = source;
            return this;
        }

        /**
         * Starts the server; when this returns, it takes connections.
         *
         * @throws UncheckedIOException if it cannot listen there, because the port is in use, say
         */
        public EmbeddedTdengine start() {
            ServerThreads threads = new ServerThreads();
            ServerVersion known = ServerVersion.of(version);
            MissingTypes missing = new MissingTypes(known.missingTypes());
            SqlEngine engine =
                    new SqlEngine(new EngineSettings(clock, zone, version, missing, users, rebalance, maxRowBytes));
            (timer == null ? (Timer) threads::every : timer).every(REBALANCE_PERIOD, engine.subscriptions()::tick);
            ServerSettings settings = new ServerSettings(known, blockRows, zone);
            OpenConnections connections = new OpenConnections(maxConnections);
            InjectedFaults injected = new InjectedFaults(connections, engine.subscriptions());
            faults.forEach(injected::add);
            ServerEndpoints endpoints = new ServerEndpoints(engine, settings, threads, injected);
            ListenerOptions options = new ListenerOptions(host, port, maxMessageBytes);
            Listener listener = Listener.open(options, endpoints, connections, threads.factory("io"));
            EmbeddedTdengine server = new EmbeddedTdengine(
                    host, listener, threads, injected, () -> new Usage(connections.count(), endpoints.openResults()));
            LOG.log(
                    Level.INFO,
                    "Embedded TDengine (for development and tests, data in memory only) listens on {0}",
                    server.endpoint());
            return server;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.rest.RawAnswer;

/** A session with one server. Safe for use by many threads, whose requests may be under way together. */
public interface Connection extends AutoCloseable {

    Endpoint endpoint();

    /** As the server said when the connection was made. */
    ServerVersion serverVersion();

    /**
     * Runs a statement and waits for its answer.
     *
     * @throws RequestNotSentException if the connection turns out to have ended before
     */
    Result query(SqlRequest request);

    /**
     * Has the server prepare a statement, in two round trips.
     *
     * @throws UnsupportedFeatureException if the carrier or this server cannot bind
     * @throws RequestNotSentException if the connection turns out to have ended before
     */
    default ServerStatement prepare(SqlRequest request, FieldLookup lookup) {
        throw new UnsupportedFeatureException(
                "the connection to " + endpoint() + " cannot bind parameters; use transport websocket");
    }

    /**
     * Writes the first lines of a batch, as many as fit into one message, and waits for the answer.
     *
     * @throws UnsupportedFeatureException if the carrier cannot do it: see {@link Feature#SCHEMALESS}
     * @throws io.tdspring.error.TdengineSchemalessException if the server refuses them
     * @throws io.tdspring.error.TdengineProgrammingException if not even the first line fits
     * @throws RequestNotSentException if the connection turns out to have ended before
     */
    default SchemalessCount insert(SchemalessBatch batch) {
        throw new UnsupportedFeatureException(
                "the connection to " + endpoint() + " cannot write schemaless; use transport websocket");
    }

    /**
     * Runs a statement and reads the whole answer as JSON has it.
     *
     * @throws UnsupportedFeatureException if the carrier is not REST: see {@link Feature#RAW_ANSWER}
     */
    default RawAnswer queryRaw(SqlRequest request) {
        throw new UnsupportedFeatureException("the connection to " + endpoint() + " is not REST; use transport rest");
    }

    /** False once the connection has broken or been closed; it does not come back. */
    boolean isOpen();

    /**
     * Whether an answer has not come in time, and nothing else has come since: the server may be gone. New requests had
     * better go elsewhere.
     */
    default boolean isSilent() {
        return false;
    }

    /**
     * Has this run once, when the connection has broken or been closed; at once if it has. It must not wait for anything.
     */
    void onEnd(Runnable listener);

    /** What is under way fails at once; idempotent. */
    @Override
    void close();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/**
 * The right to use a connection that somebody keeps: it stays open until this is closed, unless it breaks. Others use it at
 * the same time. Thread-safe.
 */
public interface ConnectionLease extends AutoCloseable {

    Connection connection();

    /** What the connection's session has, which stays. */
    SessionState state();

    /** Gives the connection back; idempotent, does not wait. */
    @Override
    void close();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

/**
 * All connections of a server.
 *
 * <p>Thread-safe. What a method does has been done when it returns; not to be called on an event loop.
 */
public interface Connections {

    /** Ends them all without a word. */
    void cutAll();

    /** Neither reads from nor sends to those that there are. */
    void freezeAll();

    /** Reads from and sends to the frozen ones again, first of all what has been held back. */
    void thawAll();

    /** Resets new ones, or takes them again. */
    void setOpen(boolean open);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.error.TdengineConnectionException;

/** A server's version, such as {@code 3.3.7.5} or {@code 3.4.0.0.alpha}. Immutable. */
public record ServerVersion(String text) {

    /** The oldest server that this client talks to. */
    public static final ServerVersion OLDEST = new ServerVersion("3.3.2.0");

    /**
     * Returns this version.
     *
     * @throws TdengineConnectionException if it is older than {@link #OLDEST}
     */
    public ServerVersion requireSupported(Endpoint endpoint) {
        if (isOlderThan(OLDEST)) {
            String need = ", and this client needs " + OLDEST.text + " or later";
            throw new TdengineConnectionException("the server at " + endpoint + " has version " + text + need, null);
        }
        return this;
    }

    /** By number, missing parts counting as 0; a version with a word in it is older than the same without. */
    public boolean isOlderThan(ServerVersion other) {
        String[] mine = text.split("[.-]", -1);
        String[] others = other.text.split("[.-]", -1);
        for (int i = 0; i < Math.max(mine.length, others.length); i++) {
            int order = Integer.compare(part(mine, i), part(others, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int part(String[] parts, int index) {
        if (index >= parts.length) {
            return 0;
        }
        return parts[index].matches("\\d{1,9}") ? Integer.parseInt(parts[index]) : -1;
    }
}

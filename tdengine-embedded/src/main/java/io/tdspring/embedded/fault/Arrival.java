// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fault;

/**
 * A request that has come, before anything is done about it.
 *
 * <p>Immutable. Its text form is the action alone, since path and text may hold a password.
 *
 * @param path where it came: {@code /ws}, {@code /rest/tmq}, {@code /rest/sql}, {@code /rest/sql/mydb}
 * @param action of a WebSocket request, such as {@code query}, {@code stmt2_bind}, {@code poll}; the method of an HTTP request
 * @param text a statement as it came over REST or in {@code binary_query}, or a JSON request as it came; empty for other
 *     binary requests
 */
public record Arrival(String path, String action, String text) {

    @Override
    public String toString() {
        return action + " request";
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/**
 * A token of TDengine Cloud, whose gateway checks it in the query of the URL. Immutable; its text does not show the token.
 *
 * @param credentials what a session says behind the gateway; REST says nothing
 */
public record CloudToken(String token, Credentials credentials) implements Identity {

    @Override
    public String who() {
        return "the owner of the cloud token";
    }

    @Override
    public String toString() {
        return "CloudToken";
    }
}

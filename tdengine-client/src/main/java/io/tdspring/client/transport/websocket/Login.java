// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * Who opens a session, and in which state. Immutable.
 */
record Login(Credentials credentials, SessionState state) {

    ConnectRequest request() {
        return new ConnectRequest(
                RequestIds.next(), credentials.user(), credentials.password(), state.database(), null, zone());
    }

    private @Nullable String zone() {
        return state.zone() == null ? null : state.zone().getId();
    }

    /** Does nothing if the login succeeded; else throws the exception for it, which names user, database and server. */
    void check(ResponseHead head, Endpoint endpoint) {
        if (!head.isSuccess()) {
            String of = " for user " + credentials.user()
                    + (state.database() == null ? "" : " and database " + state.database());
            throw ErrorCodes.toException(
                    Call.CONNECT, head.code(), head.message() + of + " at " + endpoint, head.requestId());
        }
    }
}

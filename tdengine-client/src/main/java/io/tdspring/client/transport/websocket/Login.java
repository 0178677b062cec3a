// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.OneTimeLogin;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.protocol.ws.ConnectOption;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.ResponseHead;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who opens a session, in which state, and under which name. Immutable. */
record Login(
        Identity identity, SessionState state, @Nullable String application) {

    ConnectRequest request() {
        Map<ConnectOption, String> options = new EnumMap<>(ConnectOption.class);
        identify(options);
        if (state.database() != null) {
            options.put(ConnectOption.DATABASE, state.database());
        }
        if (state.zone() != null) {
            options.put(ConnectOption.TIME_ZONE, state.zone().getId());
        }
        if (application != null) {
            options.put(ConnectOption.APPLICATION, application);
        }
        options.put(ConnectOption.CONNECTOR, Connector.NAME);
        return new ConnectRequest(RequestIds.next(), options);
    }

    private void identify(Map<ConnectOption, String> options) {
        if (identity instanceof BearerToken bearer) {
            options.put(ConnectOption.BEARER_TOKEN, bearer.token());
        } else if (identity instanceof OneTimeLogin once) {
            identify(options, once.credentials());
            options.put(ConnectOption.TOTP_CODE, once.code().get());
        } else if (identity instanceof CloudToken cloud) {
            identify(options, cloud.credentials());
        } else if (identity instanceof Credentials credentials) {
            identify(options, credentials);
        }
    }

    private static void identify(Map<ConnectOption, String> options, Credentials credentials) {
        options.put(ConnectOption.USER, credentials.user());
        options.put(ConnectOption.PASSWORD, credentials.password());
    }

    /** Whether a server that is too old would ignore what proves who it is, and refuse the login for another reason. */
    boolean needsTokens() {
        return identity instanceof BearerToken || identity instanceof OneTimeLogin;
    }

    /** What to throw when a server of this version has refused a login that {@link #needsTokens}. */
    TdengineConnectionException tooOld(ServerVersion server, Endpoint endpoint) {
        String what = identity instanceof BearerToken ? "a bearer token" : "a one-time code";
        return new TdengineConnectionException(
                "login with " + what + " needs server " + BearerToken.SINCE.text() + " or later, and " + endpoint
                        + " has version " + server.text(),
                null);
    }

    /** Does nothing if the login succeeded; else throws the exception for it, which names user, database and server. */
    void check(ResponseHead head, Endpoint endpoint) {
        if (!head.isSuccess()) {
            String of =
                    " for " + identity.who() + (state.database() == null ? "" : " and database " + state.database());
            throw ErrorCodes.toException(
                    Call.CONNECT, head.code(), head.message() + of + " at " + endpoint, head.requestId());
        }
    }
}

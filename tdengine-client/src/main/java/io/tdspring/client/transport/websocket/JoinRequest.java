// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.tmq.SubscribeOption;
import io.tdspring.protocol.tmq.SubscribeRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Turns options by their names in TDengine's manual into the arguments of {@code subscribe}. */
final class JoinRequest {

    private static final ServerVersion TAKES_CONFIG = new ServerVersion("3.3.6.0");

    /** Options that have had an argument of their own since before there was {@code config}. */
    private static final Map<String, SubscribeOption> ARGUMENTS = Map.of(
            "group.id", SubscribeOption.GROUP_ID,
            "client.id", SubscribeOption.CLIENT_ID,
            "auto.offset.reset", SubscribeOption.OFFSET_RESET,
            "enable.auto.commit", SubscribeOption.AUTO_COMMIT,
            "msg.with.table.name", SubscribeOption.WITH_TABLE_NAME,
            "session.timeout.ms", SubscribeOption.SESSION_TIMEOUT,
            "max.poll.interval.ms", SubscribeOption.MAX_POLL_INTERVAL);

    private JoinRequest() {}

    /**
     * The request.
     *
     * @throws UnsupportedFeatureException if there are options which this server would ignore
     * @throws TdengineConnectionException if this server would ignore what proves who it is
     */
    static SubscribeRequest of(SubscriptionRequest request, Login login, ServerVersion server, Endpoint endpoint) {
        if (login.needsTokens() && server.isOlderThan(BearerToken.SINCE)) {
            throw login.tooOld(server, endpoint);
        }
        Map<SubscribeOption, String> arguments = new EnumMap<>(SubscribeOption.class);
        Map<String, String> config = new TreeMap<>();
        identify(login.identity(), arguments, config);
        if (login.application() != null) {
            arguments.put(SubscribeOption.APPLICATION, login.application());
        }
        arguments.put(SubscribeOption.CONNECTOR, Connector.NAME);
        request.options().forEach((name, value) -> {
            SubscribeOption argument = ARGUMENTS.get(name);
            if (argument == null) {
                config.put(name, value);
            } else {
                arguments.put(argument, value);
            }
        });
        if (!config.isEmpty() && server.isOlderThan(TAKES_CONFIG)) {
            throw new UnsupportedFeatureException("the subscription options " + config.keySet() + " need server "
                    + TAKES_CONFIG.text() + " or later, and this one is " + server.text());
        }
        return new SubscribeRequest(RequestIds.next(), request.topics(), arguments, config);
    }

    private static void identify(
            Identity identity, Map<SubscribeOption, String> arguments, Map<String, String> config) {
        if (identity instanceof BearerToken bearer) {
            config.put("td.connect.token", bearer.token());
        } else if (identity instanceof CloudToken cloud) {
            identify(cloud.credentials(), arguments);
        } else if (identity instanceof Credentials credentials) {
            identify(credentials, arguments);
        } else {
            throw new UnsupportedFeatureException("subscribing takes no one-time codes; log in with a bearer token");
        }
    }

    private static void identify(Credentials credentials, Map<SubscribeOption, String> arguments) {
        arguments.put(SubscribeOption.USER, credentials.user());
        arguments.put(SubscribeOption.PASSWORD, credentials.password());
    }
}

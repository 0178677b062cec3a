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
import java.util.Set;
import java.util.TreeMap;

/** Turns options by their names in TDengine's manual into the arguments of {@code subscribe}. */
final class JoinRequest {

    private static final ServerVersion TAKES_CONFIG = new ServerVersion("3.3.6.0");

    /** An option that has an argument of its own, which older servers than this one ignore. */
    private record Argument(SubscribeOption option, ServerVersion since) {

        Argument(SubscribeOption option) {
            this(option, ServerVersion.OLDEST);
        }

        Argument(SubscribeOption option, String since) {
            this(option, new ServerVersion(since));
        }
    }

    private static final Map<String, Argument> ARGUMENTS = Map.of(
            "group.id", new Argument(SubscribeOption.GROUP_ID),
            "client.id", new Argument(SubscribeOption.CLIENT_ID),
            "auto.offset.reset", new Argument(SubscribeOption.OFFSET_RESET),
            "enable.auto.commit", new Argument(SubscribeOption.AUTO_COMMIT),
            "msg.with.table.name", new Argument(SubscribeOption.WITH_TABLE_NAME),
            "msg.enable.batchmeta", new Argument(SubscribeOption.ENABLE_BATCH_META),
            "msg.consume.excluded", new Argument(SubscribeOption.CONSUME_EXCLUDED, "3.3.2.3"),
            "session.timeout.ms", new Argument(SubscribeOption.SESSION_TIMEOUT, "3.3.3.0"),
            "max.poll.interval.ms", new Argument(SubscribeOption.MAX_POLL_INTERVAL, "3.3.3.0"));

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
            Argument argument = ARGUMENTS.get(name);
            if (argument == null) {
                config.put(name, value);
            } else {
                require(server, argument.since, Set.of(name));
                arguments.put(argument.option, value);
            }
        });
        if (!config.isEmpty()) {
            require(server, TAKES_CONFIG, config.keySet());
        }
        return new SubscribeRequest(RequestIds.next(), request.topics(), arguments, config);
    }

    private static void require(ServerVersion server, ServerVersion since, Set<String> options) {
        if (server.isOlderThan(since)) {
            throw new UnsupportedFeatureException("the subscription options " + options + " need server " + since.text()
                    + " or later, and this one is " + server.text());
        }
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

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.option.NearestName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The options of a client that can be written as text, in a {@linkplain TdengineClientBuilder#url URL} or by
 * {@link TdengineClientBuilder#option}. Spring Boot's properties have the same names behind {@code tdengine.}
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions in it have no state
public enum ClientOption {
    TRANSPORT(
            OptionType.oneOf(TransportType.class),
            "websocket",
            "How the servers are reached; in a URL its scheme says so.",
            TdengineClientBuilder::transport),
    WEBSOCKET_ENGINE(
            "websocket.engine",
            OptionType.oneOf(WebSocketEngineType.class),
            "auto",
            "What opens WebSockets; auto is what this version recommends.",
            TdengineClientBuilder::webSocketEngine),
    ENDPOINTS(
            OptionType.LIST,
            "localhost:6041",
            "Where taosAdapter listens: host:port pairs of one cluster, separated by commas; in a URL they follow its"
                    + " scheme.",
            TdengineClientBuilder::endpoints),
    ENDPOINT_ORDER(
            OptionType.oneOf(EndpointOrder.class),
            "shuffled",
            "Which of several servers with equally many connections is taken: in an order of this client's own, or as they"
                    + " are given.",
            TdengineClientBuilder::endpointOrder),
    USERNAME(OptionType.TEXT, "root", "The user who logs in.", TdengineClientBuilder::username),
    PASSWORD(OptionType.SECRET, "taosdata", "The user's password.", TdengineClientBuilder::password),
    TOKEN(
            OptionType.SECRET,
            "",
            "A token of TDengine Cloud, sent in the query of every URL.",
            TdengineClientBuilder::token),
    BEARER_TOKEN(
            OptionType.SECRET,
            "",
            "A token that the server made for a user; replaces user and password. From server 3.4.0.0 on.",
            TdengineClientBuilder::bearerToken),
    DATABASE(
            OptionType.TEXT,
            "",
            "The database in which tables are looked for that are named without one; in a URL its path.",
            TdengineClientBuilder::database),
    TIME_ZONE(
            OptionType.ZONE,
            "",
            "In which the server reads times written without one; the server's own unless set. From server 3.3.5.0 on.",
            TdengineClientBuilder::timeZone),
    APPLICATION_NAME(
            OptionType.TEXT,
            "",
            "The name under which the server shows this client's sessions, of at most 23 bytes.",
            TdengineClientBuilder::applicationName),
    CONNECT_TIMEOUT(
            OptionType.DURATION,
            "10s",
            "The limit for connecting in all, over all endpoints.",
            TdengineClientBuilder::connectTimeout),
    REQUEST_TIMEOUT(OptionType.DURATION, "60s", "The limit for each answer.", TdengineClientBuilder::requestTimeout),
    MAX_CONNECTIONS(
            OptionType.NUMBER,
            "8",
            "How many connections all threads share at most; one carries many requests at a time.",
            TdengineClientBuilder::maxConnections),
    IDLE_TIMEOUT(
            OptionType.DURATION,
            "10m",
            "How long a connection may be unused before it is closed, unless it is the last.",
            TdengineClientBuilder::idleTimeout),
    WEBSOCKET_PING_INTERVAL(
            "websocket.ping-interval",
            OptionType.DURATION,
            "10s",
            "How long a connection may be silent before the server is asked for a sign of life.",
            TdengineClientBuilder::pingInterval),
    WEBSOCKET_PING_TIMEOUT(
            "websocket.ping-timeout",
            OptionType.DURATION,
            "5s",
            "How long the sign of life may take before the connection is given up.",
            TdengineClientBuilder::pingTimeout),
    WEBSOCKET_MAX_BYTES_IN_FLIGHT(
            "websocket.max-bytes-in-flight",
            OptionType.NUMBER,
            "8388608",
            "How many bytes of requests not yet answered a connection carries; others wait for their turn.",
            TdengineClientBuilder::maxBytesInFlight),
    WEBSOCKET_LOOK_AHEAD_BYTES(
            "websocket.look-ahead-bytes",
            OptionType.NUMBER,
            "524288",
            "How many bytes of a result may be unread before no more are asked for.",
            TdengineClientBuilder::lookAheadBytes),
    COMPRESSION(
            OptionType.FLAG,
            "false",
            "Whether messages may be compressed: permessage-deflate on a WebSocket, gzip over REST.",
            TdengineClientBuilder::compression),
    SSL_ENABLED(
            "ssl.enabled",
            OptionType.FLAG,
            "false",
            "Whether connections are encrypted; in a URL its scheme says so.",
            TdengineClientBuilder::encrypted),
    SSL_TRUST_STORE(
            "ssl.trust-store",
            OptionType.FILE,
            "",
            "Certificates that are trusted instead of the JDK's: PEM, PKCS #12 or JKS.",
            (builder, file) -> builder.tls(tls -> tls.trustStore(file))),
    SSL_TRUST_STORE_PASSWORD(
            "ssl.trust-store-password",
            OptionType.SECRET,
            "",
            "The password of the trust store; PEM needs none.",
            (builder, password) -> builder.tls(tls -> tls.trustStorePassword(password))),
    SSL_KEY_STORE(
            "ssl.key-store",
            OptionType.FILE,
            "",
            "The client's own certificate and private key: PEM, PKCS #12 or JKS.",
            (builder, file) -> builder.tls(tls -> tls.keyStore(file))),
    SSL_KEY_STORE_PASSWORD(
            "ssl.key-store-password",
            OptionType.SECRET,
            "",
            "The password of the key store and of the private key.",
            (builder, password) -> builder.tls(tls -> tls.keyStorePassword(password))),
    SSL_PRIVATE_KEY(
            "ssl.private-key",
            OptionType.FILE,
            "",
            "The private key in PKCS #8 as PEM, if it is not in the key store.",
            (builder, file) -> builder.tls(tls -> tls.privateKey(file))),
    SSL_VERIFY_HOST(
            "ssl.verify-host",
            OptionType.FLAG,
            "true",
            "Whether the server's certificate must name the host.",
            (builder, verify) -> builder.tls(tls -> tls.verifyHost(verify))),
    PROXY_HOST(
            "proxy.host",
            OptionType.TEXT,
            "",
            "An HTTP proxy that all connections go through.",
            TdengineClientBuilder::proxyHost),
    PROXY_PORT("proxy.port", OptionType.NUMBER, "3128", "The proxy's port.", TdengineClientBuilder::proxyPort),
    PROXY_USERNAME(
            "proxy.username",
            OptionType.TEXT,
            "",
            "The user whom the proxy knows.",
            TdengineClientBuilder::proxyUsername),
    PROXY_PASSWORD(
            "proxy.password",
            OptionType.SECRET,
            "",
            "The password of the proxy's user.",
            TdengineClientBuilder::proxyPassword);

    private final String optionName;
    private final OptionType<?> type;
    private final String defaultValue;
    private final String description;
    private final BiConsumer<TdengineClientBuilder, String> setter;

    /** An option whose name is the constant's in lower case, with hyphens. */
    <T> ClientOption(
            OptionType<T> type, String defaultValue, String description, BiConsumer<TdengineClientBuilder, T> setter) {
        this("", type, defaultValue, description, setter);
    }

    <T> ClientOption(
            String optionName,
            OptionType<T> type,
            String defaultValue,
            String description,
            BiConsumer<TdengineClientBuilder, T> setter) {
        this.optionName = optionName.isEmpty() ? name().toLowerCase(Locale.ROOT).replace('_', '-') : optionName;
        this.type = type;
        this.defaultValue = defaultValue;
        this.description = description;
        this.setter = (builder, value) -> setter.accept(builder, type.parser().apply(value));
    }

    /**
     * The option of that name.
     *
     * @throws IllegalArgumentException if there is none; the message has the nearest name
     */
    public static ClientOption named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown option \"" + name + "\"; did you mean \""
                        + NearestName.of(
                                name,
                                Arrays.stream(values())
                                        .map(ClientOption::optionName)
                                        .toList())
                        + "\"?"));
    }

    private static Optional<ClientOption> find(String name) {
        return Arrays.stream(values())
                .filter(option -> option.optionName.equals(name))
                .findFirst();
    }

    static boolean isName(String name) {
        return find(name).isPresent();
    }

    /** Such as {@code connect-timeout}. */
    public String optionName() {
        return optionName;
    }

    /** What values look like, such as {@code duration}, or all that there are. */
    public String form() {
        return type.form();
    }

    /** Whether no message and no log may show a value. */
    public boolean isSecret() {
        return type.isSecret();
    }

    /** As it would be written; empty for none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What the option is for: sentences. */
    public String description() {
        return description;
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException if the value is none; the message does not show a secret
     */
    void set(TdengineClientBuilder builder, String value) {
        try {
            setter.accept(builder, value);
        } catch (IllegalArgumentException e) {
            String shown = isSecret() ? "" : " \"" + value + "\"";
            throw new IllegalArgumentException(
                    "bad value" + shown + " of option " + optionName + ": " + e.getMessage(), e);
        }
    }
}

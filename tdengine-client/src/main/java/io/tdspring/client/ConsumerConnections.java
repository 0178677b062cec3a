// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Identity;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where and as whom the consumers of a client connect, which is as the client does. Immutable.
 *
 * <p>Drivers take that from the options of a consumer, so those may say it again; they may not say anything else.
 */
record ConsumerConnections(List<Endpoint> endpoints, Identity identity) {

    /**
     * Checks what options say of the connection.
     *
     * @throws IllegalArgumentException if it is not what the client does; the message names the option
     */
    void check(ConsumerOptions options) {
        Map<String, String> wanted = options.connection();
        String host = wanted.get("td.connect.ip");
        String port = wanted.get("td.connect.port");
        require(host == null || has(endpoint -> endpoint.host().equalsIgnoreCase(host)), "td.connect.ip", "endpoints");
        boolean isPortOurs = has(endpoint -> (host == null || endpoint.host().equalsIgnoreCase(host))
                && String.valueOf(endpoint.port()).equals(port));
        require(port == null || isPortOurs, "td.connect.port", "endpoints");
        String user = wanted.get("td.connect.user");
        require(user == null || knows(credentials -> credentials.user().equals(user)), "td.connect.user", "username");
        String password = wanted.get("td.connect.pass");
        boolean isPasswordOurs = knows(credentials -> credentials.password().equals(password));
        require(password == null || isPasswordOurs, "td.connect.pass", "password");
    }

    private boolean has(Predicate<Endpoint> property) {
        return endpoints.stream().anyMatch(property);
    }

    private boolean knows(Predicate<Credentials> property) {
        return identity instanceof Credentials credentials && property.test(credentials);
    }

    private static void require(boolean holds, String option, String clientOption) {
        if (!holds) {
            throw new IllegalArgumentException("consumer option " + option + " is not what its client has; a consumer"
                    + " connects as its client does, so set the client's " + clientOption + ", or use another client");
        }
    }
}

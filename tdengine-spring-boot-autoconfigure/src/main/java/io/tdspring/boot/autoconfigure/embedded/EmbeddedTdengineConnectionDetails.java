// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.embedded;

import io.tdspring.boot.autoconfigure.TdengineConnectionDetails;
import io.tdspring.boot.autoconfigure.TdengineProperties;
import io.tdspring.embedded.EmbeddedTdengine;
import java.util.List;

/** Leads the client to the embedded server. */
final class EmbeddedTdengineConnectionDetails implements TdengineConnectionDetails {

    private final EmbeddedTdengine server;
    private final TdengineProperties properties;

    EmbeddedTdengineConnectionDetails(EmbeddedTdengine server, TdengineProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    @Override
    public List<String> getEndpoints() {
        return List.of("127.0.0.1:" + server.port());
    }

    @Override
    public String getUsername() {
        return properties.getUsername();
    }

    @Override
    public String getPassword() {
        return properties.getPassword();
    }
}

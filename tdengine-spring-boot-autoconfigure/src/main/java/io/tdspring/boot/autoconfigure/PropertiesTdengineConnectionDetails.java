// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import java.util.List;

/** The connection details that stand in the properties. */
final class PropertiesTdengineConnectionDetails implements TdengineConnectionDetails {

    private final TdengineProperties properties;

    PropertiesTdengineConnectionDetails(TdengineProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<String> getEndpoints() {
        return properties.getEndpoints();
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

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import java.util.List;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where TDengine is and who we are. Whoever defines a bean of this type replaces the properties. */
public interface TdengineConnectionDetails extends ConnectionDetails {

    /** Where the server listens, each {@code host:port}; the first that answers is taken. */
    List<String> getEndpoints();

    String getUsername();

    String getPassword();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.bare;

import io.tdspring.protocol.ws.ConnectOption;
import io.tdspring.protocol.ws.ConnectRequest;
import java.util.Map;

/** How every bare client logs in. */
final class Login {

    private Login() {}

    static String request() {
        return new ConnectRequest(1, Map.of(ConnectOption.USER, "root", ConnectOption.PASSWORD, "taosdata")).toJson();
    }
}

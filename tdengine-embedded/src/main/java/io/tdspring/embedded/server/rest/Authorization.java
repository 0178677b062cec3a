// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Authorization} header of REST. */
final class Authorization {

    private static final String BASIC = "Basic ";
    private static final String TAOSD = "Taosd ";

    private Authorization() {}

    /**
     * The login in a header; whether it is right is not looked at.
     *
     * @throws RestFailure if there is none that can be read
     */
    static Credentials read(@Nullable String header) {
        String value = header == null ? "" : header.trim();
        if (value.isEmpty()) {
            throw unauthorized(0x1105, "no auth info input");
        }
        // The words are told apart by case, unlike in other servers.
        if (value.startsWith(BASIC)) {
            return basic(value.substring(BASIC.length()).trim());
        }
        if (value.startsWith(TAOSD)) {
            Credentials login = LoginToken.read(value.substring(TAOSD.length()).trim());
            if (login == null) {
                throw unauthorized(0x1125, "invalid taosd Authorization");
            }
            return login;
        }
        throw unauthorized(0x1122, "invalid type of Authorization");
    }

    private static Credentials basic(String encoded) {
        String login;
        try {
            login = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidBasic();
        }
        int colon = login.indexOf(':');
        if (colon <= 0 || colon == login.length() - 1) {
            throw invalidBasic();
        }
        return new Credentials(login.substring(0, colon), login.substring(colon + 1));
    }

    private static RestFailure invalidBasic() {
        return unauthorized(0x1124, "invalid basic Authorization");
    }

    private static RestFailure unauthorized(int code, String description) {
        return new RestFailure(401, code, description);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.JsonWriter;
import java.nio.charset.StandardCharsets;

/** {@code GET /rest/login/{user}/{password}}: a token in exchange for a login. */
public final class RestLogin {

    private static final int NO_TOKEN = 0x110a;
    private static final int REFUSED = 3;

    private final Users users;

    public RestLogin(Users users) {
        this.users = users;
    }

    /**
     * Answers.
     *
     * @param names what follows in the path: user, slash, password
     */
    public void answer(String names, HttpAnswer answer) {
        RestExchange exchange = new RestExchange(answer);
        int slash = names.indexOf('/');
        if (slash <= 0 || slash == names.length() - 1) {
            answer.send(404, "text/plain", "404 page not found".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Credentials login = new Credentials(names.substring(0, slash), names.substring(slash + 1));
        String token = LoginToken.create(login);
        if (token == null) {
            exchange.fail(new RestFailure(400, NO_TOKEN, "generate taosd token error"));
            return;
        }
        try {
            users.check(login);
        } catch (SqlException e) {
            exchange.fail(new RestFailure(401, REFUSED, "Authentication failure"));
            return;
        }
        exchange.success(JsonWriter.write(out -> out.number("code", 0).text("desc", token)));
    }
}

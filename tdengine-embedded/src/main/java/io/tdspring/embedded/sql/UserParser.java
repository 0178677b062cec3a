// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads CREATE, ALTER and DROP USER. Confined to one thread. */
final class UserParser {

    private static final List<String> SWITCHES = List.of("enable", "sysinfo", "createdb");
    private static final List<String> REFUSED = List.of("host", "add", "drop", "is_import");

    private final TokenStream tokens;

    UserParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** What follows CREATE USER. */
    Statement create() {
        String name = tokens.expectName();
        tokens.expect("pass");
        String password = tokens.expectString();
        Map<String, Boolean> switches = new HashMap<>();
        while (!tokens.at(TokenKind.END)) {
            refuseHosts();
            String word = tokens.expectOneOf(SWITCHES);
            switches.put(word, onOrOff());
        }
        return new UserStatement.CreateUser(name, password, switches);
    }

    /** What follows ALTER USER. */
    Statement alter() {
        String name = tokens.expectName();
        if (tokens.accept("pass")) {
            return new UserStatement.AlterUser(name, tokens.expectString(), Map.of());
        }
        refuseHosts();
        String word = tokens.expectOneOf(SWITCHES);
        return new UserStatement.AlterUser(name, null, Map.of(word, onOrOff()));
    }

    /** What follows DROP USER. */
    Statement drop() {
        return new UserStatement.DropUser(tokens.expectName());
    }

    private void refuseHosts() {
        if (tokens.at(TokenKind.WORD) && REFUSED.contains(tokens.text())) {
            throw SqlException.notSupported("Restricting a user to hosts");
        }
    }

    private boolean onOrOff() {
        String value = tokens.text();
        if (!tokens.at(TokenKind.INTEGER) || !(value.equals("0") || value.equals("1"))) {
            throw tokens.unexpected();
        }
        tokens.advance();
        return value.equals("1");
    }
}

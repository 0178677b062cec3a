// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.access;

import io.tdspring.embedded.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;

/** What TDengine takes for a name and a password. */
final class PasswordRules {

    private static final int MOST_NAME_BYTES = 23;
    private static final int FEWEST_PASSWORD_BYTES = 8;
    private static final int MOST_PASSWORD_BYTES = 255;
    private static final int FEWEST_KINDS = 3;

    /** Of four kinds of characters three are wanted. */
    private static final List<IntPredicate> KINDS = List.of(
            c -> c >= 'A' && c <= 'Z',
            c -> c >= 'a' && c <= 'z',
            c -> c >= '0' && c <= '9',
            c -> "!@#$%^&*()-_+=[]{}:;><?|~,.".indexOf(c) >= 0);

    private PasswordRules() {}

    /** @throws SqlException 0x2610 if one is too long, 0x2611 if the password is too short, 0x2648 if it is too simple */
    static void check(String name, String password) {
        int length = bytes(password);
        if (bytes(name) > MOST_NAME_BYTES || length > MOST_PASSWORD_BYTES) {
            throw new SqlException(0x2610, "Name or password too long");
        }
        if (length < FEWEST_PASSWORD_BYTES) {
            throw new SqlException(0x2611, "Password too short or empty");
        }
        if (KINDS.stream().filter(kind -> password.chars().anyMatch(kind)).count() < FEWEST_KINDS) {
            throw new SqlException(0x2648, "Invalid password");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.embedded.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Who may log in.
 *
 * <p>Immutable.
 */
public final class Users {

    private final Map<String, String> passwords;

    /** Users with their passwords. */
    public Users(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /**
     * Does nothing for a user with the right password.
     *
     * @throws SqlException with the code and the text for what is wrong
     */
    public void check(Credentials login) {
        if (login.user().isEmpty()) {
            throw new SqlException(0x0207, "Invalid user name");
        }
        String password = passwords.get(login.user());
        if (password == null) {
            throw new SqlException(0x0351, "Invalid user");
        }
        if (!MessageDigest.isEqual(bytes(password), bytes(login.password()))) {
            throw new SqlException(0x0357, "Authentication failure");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.access;

import java.time.Instant;
import java.util.Set;

/**
 * A user; immutable. Its text form hides the password.
 *
 * @param isSuper whether this is {@code root}
 * @param rights what the user may do, beside using databases
 */
public record Account(String name, String password, boolean isSuper, Set<Right> rights, Instant created) {

    /** What CREATE and ALTER USER switch on and off. */
    public enum Right {
        /** To log in. */
        ENABLE,
        /** To see what the server is. */
        SYSINFO,
        /** To create databases. */
        CREATEDB
    }

    public Account {
        rights = Set.copyOf(rights);
    }

    /** Whether the user has a right. */
    public boolean has(Right right) {
        return rights.contains(right);
    }

    @Override
    public String toString() {
        return "Account[name=" + name + "]";
    }
}

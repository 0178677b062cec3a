// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement about a user; immutable. Its text form hides passwords. */
public sealed interface UserStatement extends Statement {

    /** The user's name. */
    String name();

    /**
     * {@code CREATE USER}.
     *
     * @param switches by the word that is written, {@code enable}, {@code sysinfo} or {@code createdb}
     */
    record CreateUser(String name, String password, Map<String, Boolean> switches) implements UserStatement {

        public CreateUser {
            switches = Map.copyOf(switches);
        }

        @Override
        public String toString() {
            return "CreateUser[name=" + name + "]";
        }
    }

    /**
     * {@code ALTER USER}.
     *
     * @param password null to leave it
     * @param switches as of {@link CreateUser}
     */
    record AlterUser(String name, @Nullable String password, Map<String, Boolean> switches) implements UserStatement {

        public AlterUser {
            switches = Map.copyOf(switches);
        }

        @Override
        public String toString() {
            return "AlterUser[name=" + name + "]";
        }
    }

    /** {@code DROP USER}. */
    record DropUser(String name) implements UserStatement {}
}

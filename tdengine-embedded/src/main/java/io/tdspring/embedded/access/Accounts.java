// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.access;

import io.tdspring.embedded.access.Account.Right;
import io.tdspring.embedded.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The users of a server and their passwords.
 *
 * <p>Thread-safe.
 */
public final class Accounts {

    /** The user that there always is, and that may do everything. */
    public static final String ROOT = "root";

    private static final Set<Right> OF_NEW_USERS = Set.of(Right.ENABLE, Right.SYSINFO);
    private static final Set<Right> OF_ROOT = Set.of(Right.values());

    private final Clock clock;
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    /**
     * Accounts with the users of the beginning, whose passwords may be simple.
     *
     * @param passwords by the user's name
     */
    public Accounts(Clock clock, Map<String, String> passwords) {
        this.clock = clock;
        passwords.forEach((name, password) -> accounts.put(
                name,
                new Account(
                        name,
                        password,
                        name.equals(ROOT),
                        name.equals(ROOT) ? OF_ROOT : OF_NEW_USERS,
                        clock.instant())));
    }

    /** All users, {@code root} first, the others in the order of their names. */
    public List<Account> all() {
        return accounts.values().stream()
                .sorted((a, b) -> a.isSuper() != b.isSuper()
                        ? (a.isSuper() ? -1 : 1)
                        : a.name().compareTo(b.name()))
                .toList();
    }

    /**
     * Does nothing for a user with the right password.
     *
     * @throws SqlException 0x0207, 0x0351 or 0x0357 for what is wrong, 0x0100 for a user who may not log in
     */
    public void check(String name, String password) {
        if (name.isEmpty()) {
            throw new SqlException(0x0207, "Invalid user name");
        }
        Account account = find(name);
        if (!MessageDigest.isEqual(bytes(account.password()), bytes(password))) {
            throw new SqlException(0x0357, "Authentication failure");
        }
        if (!account.has(Right.ENABLE)) {
            throw SqlException.notSupported("The login of a user that is not enabled");
        }
    }

    /**
     * Adds a user.
     *
     * @param changes rights that are not those of every new user
     * @throws SqlException 0x2610, 0x2611 or 0x2648 for a name or password that will not do, 0x0350 if there is the user
     */
    public void create(String name, String password, Map<Right, Boolean> changes) {
        PasswordRules.check(name, password);
        Account account = new Account(name, password, false, changed(OF_NEW_USERS, changes), clock.instant());
        if (accounts.putIfAbsent(name, account) != null) {
            throw new SqlException(0x0350, "User already exists");
        }
    }

    /**
     * Changes a user's password or rights.
     *
     * @param password null to leave it
     * @throws SqlException as {@link #create}, and 0x0351 if there is no such user
     */
    public void alter(String name, @Nullable String password, Map<Right, Boolean> changes) {
        if (password != null) {
            PasswordRules.check(name, password);
        }
        if (name.equals(ROOT) && !changes.isEmpty()) {
            throw SqlException.notSupported("ALTER USER root other than its password");
        }
        Account altered = accounts.computeIfPresent(
                name,
                (key, old) -> new Account(
                        name,
                        password == null ? old.password() : password,
                        old.isSuper(),
                        changed(old.rights(), changes),
                        old.created()));
        if (altered == null) {
            throw noUser();
        }
    }

    /**
     * Removes a user.
     *
     * @throws SqlException 0x0351 if there is no such user
     */
    public void drop(String name) {
        if (name.equals(ROOT)) {
            throw SqlException.notSupported("DROP USER root");
        }
        if (accounts.remove(name) == null) {
            throw noUser();
        }
    }

    private Account find(String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw noUser();
        }
        return account;
    }

    private static Set<Right> changed(Set<Right> rights, Map<Right, Boolean> changes) {
        Set<Right> changed = EnumSet.noneOf(Right.class);
        changed.addAll(rights);
        changes.forEach((right, granted) -> {
            if (granted) {
                changed.add(right);
            } else {
                changed.remove(right);
            }
        });
        return changed;
    }

    private static SqlException noUser() {
        return new SqlException(0x0351, "Invalid user");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

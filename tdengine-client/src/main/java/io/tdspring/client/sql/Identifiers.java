// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import io.tdspring.error.TdengineProgrammingException;

/**
 * Names of databases, tables, columns and tags in SQL.
 *
 * <p>TDengine lowers the case of a name that is not quoted and keeps the case of one in back-ticks, so {@code Meters}
 * quoted finds only a table that was created as {@code `Meters`}.
 */
public final class Identifiers {

    private Identifiers() {}

    /**
     * The name in back-ticks.
     *
     * @throws TdengineProgrammingException if the name is empty or holds a back-tick or U+0000: there is no way to write
     *     such a name
     * @throws io.tdspring.error.UnsupportedFeatureException if it holds half of a surrogate pair
     */
    public static String quote(String name) {
        if (name.isEmpty()) {
            throw new TdengineProgrammingException("a name is empty", null);
        }
        if (name.indexOf('`') >= 0 || name.indexOf('\0') >= 0) {
            throw new TdengineProgrammingException(
                    "a name holds a back-tick or the character U+0000, which TDengine cannot quote", null);
        }
        SqlText.requireSendable(name, "a name");
        return '`' + name + '`';
    }

    /** The quoted name of something in a database; in the connection's current one if {@code database} is empty. */
    public static String quote(String database, String name) {
        return database.isEmpty() ? quote(name) : quote(database) + '.' + quote(name);
    }
}

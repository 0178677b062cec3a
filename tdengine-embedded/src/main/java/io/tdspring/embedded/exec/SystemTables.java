// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Scope;

/** The tables of the system databases, which tell what the server has. Thread-safe. */
public interface SystemTables {

    /**
     * A table as it is now.
     *
     * @param name of a table in a system database
     * @throws io.tdspring.embedded.sql.SqlException 0x2603 if there is no such table, 0x0100 if only a real server has it
     */
    SystemTable read(Scope scope, TableName name);
}

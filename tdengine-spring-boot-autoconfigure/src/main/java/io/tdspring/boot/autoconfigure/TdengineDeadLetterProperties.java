// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.spring.listener.error.DeadLetterTable;
import org.jspecify.annotations.Nullable;

/** Properties of the table that keeps the rows that no attempt of a listener could handle. */
public class TdengineDeadLetterProperties {

    /** Whether rows that no attempt could handle are kept in a table, and the group goes on behind them. */
    private boolean enabled = false;

    /** Database of the table, which must exist and not be one that a topic covers as a whole. */
    private @Nullable String database;

    /** Name of the super table, which is made if it is missing. */
    private String superTable = DeadLetterTable.DEFAULT_NAME;

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public @Nullable String getDatabase() {
        return database;
    }

    public void setDatabase(@Nullable String database) {
        this.database = database;
    }

    public String getSuperTable() {
        return superTable;
    }

    public void setSuperTable(String superTable) {
        this.superTable = superTable;
    }
}

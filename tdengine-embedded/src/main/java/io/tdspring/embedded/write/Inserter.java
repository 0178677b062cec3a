// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.store.Scope;

/**
 * INSERT: first everything is read and checked, then tables are created and rows written.
 *
 * <p>Without state, thread-safe. A statement for several tables is not one unit to readers: they may see the rows of one
 * table before those of the next, as with a real server.
 */
public final class Inserter {

    /** Returns how many rows were written, rows with the same timestamp counted once. */
    public long insert(Scope scope, Insert insert) {
        InsertPlan plan = new InsertPlan(scope, insert);
        for (Insert.Target target : insert.targets()) {
            plan.add(target);
        }
        long written = 0;
        for (TablePart part : plan.parts()) {
            written += part.write(scope.now());
        }
        return written;
    }
}

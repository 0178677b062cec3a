// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.WireValues;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder and what is bound to it: values of rows one after the other, or a column of the caller's. Of a tag the value
 * for the table that rows go to, and the one for the table that comes next. Confined to one thread.
 */
final class Slot {

    private final String name;
    private final Role role;
    private final Binder binder;
    private WireValues values;
    /** Of a tag the value for the next table; else where a row waits while those before it are written. */
    private WireValues aside;

    private @Nullable ColumnSource source;

    Slot(String name, Role role, Binder binder) {
        this.name = name;
        this.role = role;
        this.binder = binder;
        this.values = new WireValues(binder.type());
        this.aside = new WireValues(binder.type());
    }

    String name() {
        return name;
    }

    boolean isTag() {
        return role == Role.TAG;
    }

    Binder binder() {
        return binder;
    }

    /** The values that have been added, of a tag the one of the current table. */
    WireValues values() {
        return values;
    }

    /** Room for the value of this row, of a tag for that of the next table, in the place of one that was set before. */
    WireValues room(int row) {
        WireValues target = isTag() ? aside : values;
        target.truncate(isTag() ? 0 : row);
        return target.reserve(1);
    }

    /** Whether this row has a value, of a tag the next table. */
    boolean isSet(int row) {
        return isTag() ? aside.rows() > 0 : values.rows() > row;
    }

    /** Forgets what has been set beyond so many rows. */
    void keep(int rows) {
        if (!isTag()) {
            values.truncate(rows);
        }
    }

    void source(ColumnSource column) {
        source = column;
    }

    @Nullable
    ColumnSource source() {
        return source;
    }

    /** Of a tag makes the value for the next table that of the current one. */
    void turn() {
        if (isTag()) {
            swap();
            aside.truncate(0);
        }
    }

    /** Puts the last row aside, until {@link #bringBack}. */
    void putAside() {
        if (!isTag()) {
            values.moveLastTo(aside);
        }
    }

    /** Makes the row that was put aside the first. */
    void bringBack() {
        if (!isTag()) {
            values.truncate(0);
            swap();
        }
    }

    private void swap() {
        WireValues other = values;
        values = aside;
        aside = other;
    }

    /** Of a tag forgets the value for the next table. */
    void forgetNext() {
        if (isTag()) {
            aside.truncate(0);
        }
    }

    /** Forgets the rows; a tag stays that of the current table. */
    void forgetRows() {
        source = null;
        if (!isTag()) {
            values.truncate(0);
        }
    }

    void clear() {
        source = null;
        values.truncate(0);
        aside.truncate(0);
    }
}

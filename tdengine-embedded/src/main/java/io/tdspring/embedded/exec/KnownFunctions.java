// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.List;

/** The names of the functions that are answered, for the page that lists them. */
public final class KnownFunctions {

    private KnownFunctions() {}

    /** Of one row, or of none: {@code abs}, {@code now}. */
    public static List<String> scalar() {
        return ScalarFunctions.names();
    }

    /** Of the rows of a group or window: {@code count}, {@code last}. */
    public static List<String> aggregate() {
        return Aggregates.names();
    }

    /** Of the rows of a table or partition one after the other: {@code diff}. */
    public static List<String> series() {
        return SeriesFunctions.names();
    }
}

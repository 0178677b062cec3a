// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of databases as text. */
final class DatabaseText {

    private static final int KEEPS = 3;

    private DatabaseText() {}

    /** A time in its unit, days if none is written. */
    static @Nullable String time(@Nullable String written) {
        boolean bare = written != null && Character.isDigit(written.charAt(written.length() - 1));
        return bare ? written + "d" : written;
    }

    /** Three times, the last of which stands for those that are not written. */
    static @Nullable String keep(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String[] parts = written.split(",", -1);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < KEEPS; i++) {
            shown.add(String.valueOf(time(parts[Math.min(i, parts.length - 1)].strip())));
        }
        return String.join(",", shown);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import java.util.List;
import java.util.Locale;

/** How names of components and names of columns correspond. */
final class ColumnNames {

    private ColumnNames() {}

    /** {@code deviceId} as {@code device_id}; capitals side by side are one word: {@code totalKWh} is {@code total_kwh}. */
    static String snakeCase(String component) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            char before = i == 0 ? '_' : component.charAt(i - 1);
            if (Character.isUpperCase(c) && !Character.isUpperCase(before) && before != '_') {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** The index of the first column of this name, whatever its case; −1 if there is none. */
    static int indexOf(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #indexOf}, but underscores do not count. */
    static int indexOfLoosely(List<Column> columns, String component) {
        String wanted = component.replace("_", "");
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().replace("_", "").equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        return -1;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.SqlException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns of a table the values of a row are for. */
public final class InsertColumns {

    private InsertColumns() {}

    /**
     * For each name its column's number.
     *
     * @param names empty: all columns in their order
     * @throws SqlException for an unknown or repeated name, or if the timestamp is not among them
     */
    public static int[] bind(List<Column> columns, List<String> names) {
        int[] targets = new int[names.isEmpty() ? columns.size() : names.size()];
        if (names.isEmpty()) {
            Arrays.setAll(targets, i -> i);
            return targets;
        }
        Map<String, Integer> numbers = numbersOf(columns);
        boolean[] seen = new boolean[columns.size()];
        for (int i = 0; i < targets.length; i++) {
            Integer number = numbers.get(names.get(i));
            if (number == null) {
                throw new SqlException(0x2602, "Invalid column name: " + names.get(i));
            }
            if (seen[number]) {
                throw SqlException.insertSyntax(names.get(i), "duplicated column name");
            }
            seen[number] = true;
            targets[i] = number;
        }
        if (!seen[0]) {
            throw noTimestamp();
        }
        return targets;
    }

    static Map<String, Integer> numbersOf(List<Column> columns) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            numbers.put(columns.get(i).name(), i);
        }
        return numbers;
    }

    static SqlException noTimestamp() {
        return new SqlException(0x0200, "Primary timestamp column should not be null");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the child table of a row whose record has no {@link TdTableName}.
 *
 * <p>Rows with the same tags must get the same name and rows with other tags another one: the server heeds the tags only
 * when it makes the table, so rows under a wrong name would silently count for the wrong tags. Safe for use by many
 * threads.
 */
@FunctionalInterface
public interface TableNameStrategy {

    /**
     * The table's name, up to 192 bytes and without a dot.
     *
     * @param tags the values in the order of the record's components, null for NULL; enums are their names
     */
    String tableName(String superTable, List<? extends @Nullable Object> tags);

    /**
     * The super table's name, then the tags, joined by underscores: {@code meters_beijing_7}.
     *
     * <p>Where that would be ambiguous (a tag is NULL, empty, or has other characters than ASCII letters and digits) or
     * longer than 192 bytes, other characters become underscores, the text is cut, and 16 hexadecimal digits made from the
     * exact tags follow: {@code meters_san_jos__7_5f0c…}. Names keep their case, so write them in back-ticks in SQL.
     */
    static TableNameStrategy fromTags() {
        return new TagTableNames();
    }
}

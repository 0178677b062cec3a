// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.protocol.JsonWriter;
import java.util.List;

/**
 * A child table that was created.
 *
 * @param superTable the name of its super table
 * @param tags all of them; those that are NULL are counted, but not told
 */
public record ChildMeta(String table, String superTable, List<TagMeta> tags) {

    public ChildMeta {
        tags = List.copyOf(tags);
    }

    void writeFields(JsonWriter out) {
        out.text("tableName", table).text("using", superTable).number("tagNum", tags.size());
        List<TagMeta> told = tags.stream().filter(tag -> tag.value() != null).toList();
        out.objects("tags", told, TagMeta::writeFields);
    }
}

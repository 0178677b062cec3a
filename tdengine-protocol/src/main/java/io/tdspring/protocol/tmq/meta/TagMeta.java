// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq.meta;

import io.tdspring.data.Column;
import io.tdspring.protocol.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A tag with a value.
 *
 * @param value a {@code Number}, a {@code Boolean} or a {@code String} as the tag's type has them, or null for NULL
 */
public record TagMeta(Column tag, @Nullable Object value) {

    public TagMeta {
        if (value != null && !(value instanceof Number || value instanceof Boolean || value instanceof String)) {
            throw new IllegalArgumentException(
                    "Tag " + tag.name() + " with a " + value.getClass().getSimpleName());
        }
    }

    /** Writes the fields of a tag of a new table, whose value is not NULL. */
    void writeFields(JsonWriter out) {
        out.text("name", tag.name()).number("type", tag.type().code());
        if (value instanceof Number number) {
            out.number("value", number);
        } else if (value instanceof Boolean bool) {
            out.number("value", bool ? 1 : 0);
        } else {
            out.text("value", text());
        }
    }

    /** The value as text, in which text is quoted; null for NULL. */
    @Nullable
    String text() {
        if (value == null) {
            return null;
        }
        return switch (tag.type()) {
            case VARCHAR, NCHAR -> '"' + value.toString() + '"';
            default -> value.toString();
        };
    }
}

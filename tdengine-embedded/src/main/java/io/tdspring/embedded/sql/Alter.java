// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.List;
import java.util.Map;

/**
 * {@code ALTER TABLE} or {@code ALTER STABLE}.
 *
 * @param kind which of the two words was used
 */
public record Alter(Statement.TableKind kind, TableName table, Change change) implements Statement {

    /** What is to become different. */
    public sealed interface Change {}

    /** Whether a column or a tag is meant. */
    public enum Member {
        COLUMN,
        TAG
    }

    /** {@code ADD COLUMN} or {@code ADD TAG}. */
    public record Add(Member member, ColumnDefinition added) implements Change {}

    /** {@code DROP COLUMN} or {@code DROP TAG}. */
    public record Drop(Member member, String name) implements Change {}

    /** {@code MODIFY COLUMN} or {@code MODIFY TAG}. */
    public record Modify(Member member, ColumnDefinition modified) implements Change {}

    /** {@code RENAME COLUMN} or {@code RENAME TAG}. */
    public record Rename(Member member, String name, String newName) implements Change {}

    /** {@code SET TAG a = 1, b = 2}. */
    public record SetTags(List<TagValue> values) implements Change {

        public SetTags {
            values = List.copyOf(values);
        }
    }

    /** A tag's new value, a constant as in TAGS. */
    public record TagValue(String tag, Expr value) {}

    /** {@code TTL} and {@code COMMENT}. */
    public record Options(Map<String, String> options) implements Change {

        public Options {
            options = Map.copyOf(options);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import org.jspecify.annotations.Nullable;

/**
 * A tag or a field.
 *
 * @param text the value as it was written
 * @param near where it stands, or null if errors do not show that
 */
record Entry(
        String name, Value value, String text, @Nullable Near near) {}

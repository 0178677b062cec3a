// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array that arrived, with its place in the text. Immutable.
 *
 * @param document the whole text
 * @param start where the array begins in it
 * @param end behind its closing bracket
 */
record JsonArray(List<@Nullable Object> elements, String document, int start, int end) {

    JsonArray {
        elements = Collections.unmodifiableList(elements);
    }

    /** The array as it was written. */
    String raw() {
        return document.substring(start, end);
    }
}

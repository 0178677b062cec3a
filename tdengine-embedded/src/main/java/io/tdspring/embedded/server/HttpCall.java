// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as far as the endpoints look at it.
 *
 * @param path decoded, without the query
 * @param query decoded parameters in the order they came
 * @param authorization the header's value, or null
 * @param body inflated and read as UTF-8
 */
public record HttpCall(
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String authorization,
        String body) {

    /** The first value of a query parameter, or null. */
    public @Nullable String parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}

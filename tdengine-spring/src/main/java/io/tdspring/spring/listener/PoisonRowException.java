// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row could not be made into what its listener takes: it will not fit the next time either. The cause says why.
 *
 * <p>Neither message nor cause tells a value of the row; {@link #row()} has them all.
 */
public class PoisonRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, @Nullable Object> row;

    /**
     * A row that does not fit.
     *
     * @param row its values by the names of their columns, of several with one name the first
     */
    public PoisonRowException(Throwable cause, Map<String, ? extends @Nullable Object> row) {
        super("a row does not fit its listener: " + cause.getMessage(), cause);
        this.row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }

    /**
     * The row as it arrived, its values by the names of their columns; of rows that fail together, because their columns
     * do not fit, the first.
     */
    public Map<String, @Nullable Object> row() {
        return row;
    }
}

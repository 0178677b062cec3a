// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds rows of the other side of a join. */
interface JoinMatcher {

    /** The rows that may match a row, in the order of their timestamps. */
    List<@Nullable Object[]> matches(@Nullable Object[] row);
}

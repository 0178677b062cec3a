// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import org.jspecify.annotations.Nullable;

/** What a parameter is given, worked out once from its declaration. Immutable. */
@FunctionalInterface
interface Argument {

    @Nullable
    Object of(Call call);
}

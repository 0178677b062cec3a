// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import io.tdspring.client.TdengineClient;
import org.jspecify.annotations.Nullable;

/**
 * Something to do with the client itself, its exceptions translated by the template.
 *
 * @param <T> the outcome
 */
@FunctionalInterface
public interface ClientCallback<T extends @Nullable Object> {

    /** Called once; do not close the client, others use it too. */
    T doWithClient(TdengineClient client);
}

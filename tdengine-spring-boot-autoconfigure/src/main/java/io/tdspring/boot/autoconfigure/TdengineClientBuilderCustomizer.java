// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.TdengineClientBuilder;

/** Changes the client's builder after the properties have been applied. Beans of this type are called in their order. */
@FunctionalInterface
public interface TdengineClientBuilderCustomizer {

    void customize(TdengineClientBuilder builder);
}

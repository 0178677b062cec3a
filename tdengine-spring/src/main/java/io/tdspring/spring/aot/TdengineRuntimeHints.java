// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.aot;

import io.tdspring.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** The methods of which the mapper of rows makes method handles by their names. */
final class TdengineRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.reflection().registerType(Row.class, MemberCategory.INVOKE_PUBLIC_METHODS);
        hints.reflection()
                .registerType(
                        TypeReference.of("io.tdspring.spring.mapping.CellReader"),
                        MemberCategory.INVOKE_DECLARED_METHODS);
    }
}

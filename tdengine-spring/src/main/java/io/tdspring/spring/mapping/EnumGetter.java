// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads text as the enum constant of that name. */
record EnumGetter(Map<String, Object> constants) implements CellReader.Getter {

    static EnumGetter of(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return new EnumGetter(Map.copyOf(constants));
    }

    @Override
    public @Nullable Object get(Row row, int column) {
        String name = row.getString(column);
        Object constant = name == null ? null : constants.get(name);
        if (constant == null) {
            throw new TdConversionException(
                    "a value of column " + row.columns().get(column).name() + " is the name of no constant");
        }
        return constant;
    }
}

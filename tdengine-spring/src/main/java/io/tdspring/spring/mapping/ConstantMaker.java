// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Row;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** Copied for each handle by {@link RecordMaker}, with the handle as its class data; of no use itself. */
final class ConstantMaker implements RecordMaker {

    private static final MethodHandle HANDLE = handle();

    private static MethodHandle handle() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public Object make(Row row, @Nullable String tableName) throws Throwable {
        return HANDLE.invokeExact(row, tableName);
    }
}

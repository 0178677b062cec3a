// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Row;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NativeDetector;

/** Makes a record of a row. Immutable. */
@FunctionalInterface
interface RecordMaker {

    /** The arguments and the result of a handle that makes records. */
    MethodType TYPE = MethodType.methodType(Object.class, Row.class, String.class);

    /**
     * Makes one.
     *
     * @throws Throwable what the record's constructor throws
     */
    Object make(Row row, @Nullable String tableName) throws Throwable;

    /**
     * A maker that calls a handle of {@link #TYPE}. The handle is a constant of a class of its own, so that it is compiled
     * together with the loop that makes the records; called by way of a field it takes three times as long.
     */
    static RecordMaker of(MethodHandle handle) {
        if (NativeDetector.inNativeImage()) {
            return (row, tableName) -> (Object) handle.invokeExact(row, tableName);
        }
        try (InputStream template = ConstantMaker.class.getResourceAsStream("ConstantMaker.class")) {
            byte[] bytes = Objects.requireNonNull(template, "ConstantMaker.class is not there")
                    .readAllBytes();
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, handle, true);
            return (RecordMaker) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("records cannot be made", e);
        }
    }
}

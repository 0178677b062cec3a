// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static java.lang.invoke.MethodType.methodType;

import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Map;

/**
 * Makes of a cell's reader a handle that gives the cell in its own type, which for a primitive one takes no box: less than a
 * third of the time of a row.
 */
final class CellHandle {

    private static final Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle IS_NULL;
    private static final MethodHandle READ;
    private static final MethodHandle REFUSED_NULL;
    private static final MethodHandle WITH_TARGET;

    /** From a row and an index to a primitive. */
    private static final Map<Class<?>, MethodHandle> GETTERS;

    static {
        try {
            IS_NULL = LOOKUP.findVirtual(Row.class, "isNull", methodType(boolean.class, int.class));
            READ = LOOKUP.findVirtual(CellReader.class, "read", methodType(Object.class, Row.class));
            REFUSED_NULL = LOOKUP.findVirtual(CellReader.class, "refusedNull", methodType(TdConversionException.class));
            WITH_TARGET = LOOKUP.findVirtual(
                    CellReader.class,
                    "withTarget",
                    methodType(TdConversionException.class, TdConversionException.class));
            GETTERS = Map.of(
                    boolean.class, rowMethod("getBoolean", boolean.class),
                    byte.class, cellMethod("byteAt", byte.class),
                    short.class, cellMethod("shortAt", short.class),
                    int.class, rowMethod("getInt", int.class),
                    long.class, rowMethod("getLong", long.class),
                    float.class, rowMethod("getFloat", float.class),
                    double.class, rowMethod("getDouble", double.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CellHandle() {}

    private static MethodHandle rowMethod(String name, Class<?> type) throws ReflectiveOperationException {
        return LOOKUP.findVirtual(Row.class, name, methodType(type, int.class));
    }

    private static MethodHandle cellMethod(String name, Class<?> type) throws ReflectiveOperationException {
        return LOOKUP.findStatic(CellReader.class, name, methodType(type, Row.class, int.class));
    }

    /**
     * From a row to a cell.
     *
     * @param type of what comes out, one that the reader was made for
     */
    static MethodHandle of(CellReader cell, Class<?> type) {
        MethodHandle getter = GETTERS.get(type);
        return getter == null ? READ.bindTo(cell).asType(methodType(type, Row.class)) : primitive(cell, getter);
    }

    private static MethodHandle primitive(CellReader cell, MethodHandle getter) {
        Class<?> type = getter.type().returnType();
        MethodHandle thrower = MethodHandles.throwException(type, TdConversionException.class);
        MethodHandle ofNull = MethodHandles.collectArguments(thrower, 0, REFUSED_NULL.bindTo(cell));
        MethodHandle ofFailure = MethodHandles.filterArguments(thrower, 0, WITH_TARGET.bindTo(cell));
        return MethodHandles.guardWithTest(
                MethodHandles.insertArguments(IS_NULL, 1, cell.index()),
                MethodHandles.dropArguments(ofNull, 0, Row.class),
                MethodHandles.catchException(
                        MethodHandles.insertArguments(getter, 1, cell.index()),
                        TdConversionException.class,
                        MethodHandles.dropArguments(ofFailure, 1, Row.class)));
    }
}

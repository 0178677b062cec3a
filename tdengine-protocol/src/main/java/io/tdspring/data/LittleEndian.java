// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers in an array, the lowest byte first, wherever they begin. This takes half the time of a
 * {@link java.nio.ByteBuffer}, which looks at its own state at every access.
 */
final class LittleEndian {

    private static final VarHandle I16 = view(short[].class);
    private static final VarHandle I32 = view(int[].class);
    private static final VarHandle I64 = view(long[].class);
    private static final VarHandle F32 = view(float[].class);
    private static final VarHandle F64 = view(double[].class);

    private LittleEndian() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    static short i16(byte[] bytes, int at) {
        return (short) I16.get(bytes, at);
    }

    static int i32(byte[] bytes, int at) {
        return (int) I32.get(bytes, at);
    }

    static long i64(byte[] bytes, int at) {
        return (long) I64.get(bytes, at);
    }

    static float f32(byte[] bytes, int at) {
        return (float) F32.get(bytes, at);
    }

    static double f64(byte[] bytes, int at) {
        return (double) F64.get(bytes, at);
    }
}

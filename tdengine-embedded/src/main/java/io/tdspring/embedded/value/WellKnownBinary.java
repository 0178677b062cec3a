// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.embedded.sql.SqlException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Geometries from the little-endian binary form to text, with six digits behind the point (OGC Simple Features: WKB and
 * WKT).
 *
 * <p>Knows what {@link WellKnownText} knows. Confined to one call.
 */
final class WellKnownBinary {

    private final ByteBuffer in;

    private WellKnownBinary(byte[] binary) {
        this.in = ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws SqlException if it is no geometry that this server knows */
    static String toText(byte[] binary) {
        WellKnownBinary reader = new WellKnownBinary(binary);
        try {
            String text = reader.geometry();
            if (!reader.in.hasRemaining()) {
                return text;
            }
        } catch (BufferUnderflowException e) {
            throw unknown();
        }
        throw unknown();
    }

    private String geometry() {
        if (in.get() != 1) {
            throw unknown();
        }
        return switch (in.getInt()) {
            case 1 -> "POINT (" + point() + ")";
            case 2 -> "LINESTRING " + points();
            case 3 -> "POLYGON " + rings();
            default -> throw unknown();
        };
    }

    private String rings() {
        List<String> rings = new ArrayList<>();
        for (int left = count(Integer.BYTES); left > 0; left--) {
            rings.add(points());
        }
        return "(" + String.join(", ", rings) + ")";
    }

    private String points() {
        List<String> points = new ArrayList<>();
        for (int left = count(2 * Double.BYTES); left > 0; left--) {
            points.add(point());
        }
        return "(" + String.join(", ", points) + ")";
    }

    /** A number of parts that there is room for. */
    private int count(int bytesEach) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw unknown();
        }
        return count;
    }

    private String point() {
        return String.format(Locale.ROOT, "%f %f", in.getDouble(), in.getDouble());
    }

    private static SqlException unknown() {
        return SqlException.notSupported("a geometry other than POINT, LINESTRING and POLYGON of two dimensions");
    }
}

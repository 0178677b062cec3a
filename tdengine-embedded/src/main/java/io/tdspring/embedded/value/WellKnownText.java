// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Geometries as text, such as {@code POINT(1 2)}, to the little-endian binary form (OGC Simple Features: WKT and WKB).
 *
 * <p>Knows POINT, LINESTRING and POLYGON in two dimensions. Confined to one call.
 */
final class WellKnownText {

    private static final Set<String> OTHERS =
            Set.of("MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "LINEARRING");
    private static final Set<String> OTHER_FORMS = Set.of("EMPTY", "Z", "M", "ZM");
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int POINT_BYTES = 2 * Double.BYTES;

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private WellKnownText(String text) {
        StringTokenizer tokenizer = new StringTokenizer(text.toUpperCase(Locale.ROOT), " \t\r\n(),", true);
        while (tokenizer.hasMoreTokens()) {
            String token = tokenizer.nextToken();
            if (!token.isBlank()) {
                tokens.add(token);
            }
        }
    }

    /**
     * The binary form, or null if the text is no geometry.
     *
     * @throws SqlException if it is one that this server does not know
     */
    static byte @Nullable [] toBinary(String text) {
        WellKnownText parser = new WellKnownText(text);
        try {
            return parser.geometry();
        } catch (MalformedException e) {
            return null;
        }
    }

    private byte[] geometry() throws MalformedException {
        String kind = take();
        if (OTHERS.contains(kind) || (next < tokens.size() && OTHER_FORMS.contains(tokens.get(next)))) {
            throw SqlException.notSupported("a geometry other than POINT, LINESTRING and POLYGON of two dimensions");
        }
        byte[] binary = switch (kind) {
            case "POINT" -> point();
            case "LINESTRING" -> lineString();
            case "POLYGON" -> polygon();
            default -> throw new MalformedException();
        };
        if (next < tokens.size()) {
            throw new MalformedException();
        }
        return binary;
    }

    private byte[] point() throws MalformedException {
        List<double[]> points = points();
        if (points.size() != 1) {
            throw new MalformedException();
        }
        byte[] binary = new byte[HEADER_BYTES + POINT_BYTES];
        put(header(binary, 1), points);
        return binary;
    }

    private byte[] lineString() throws MalformedException {
        List<double[]> points = points();
        if (points.size() < 2) {
            throw new MalformedException();
        }
        byte[] binary = new byte[HEADER_BYTES + Integer.BYTES + points.size() * POINT_BYTES];
        put(header(binary, 2).putInt(points.size()), points);
        return binary;
    }

    private byte[] polygon() throws MalformedException {
        List<List<double[]>> rings = new ArrayList<>();
        int bytes = HEADER_BYTES + Integer.BYTES;
        expect("(");
        do {
            List<double[]> ring = points();
            double[] first = ring.get(0);
            double[] last = ring.get(ring.size() - 1);
            if (ring.size() < 4 || first[0] != last[0] || first[1] != last[1]) {
                throw new MalformedException();
            }
            bytes += Integer.BYTES + ring.size() * POINT_BYTES;
            rings.add(ring);
        } while (takeIf(","));
        expect(")");
        byte[] binary = new byte[bytes];
        ByteBuffer out = header(binary, 3).putInt(rings.size());
        for (List<double[]> ring : rings) {
            put(out.putInt(ring.size()), ring);
        }
        return binary;
    }

    private List<double[]> points() throws MalformedException {
        List<double[]> points = new ArrayList<>();
        expect("(");
        do {
            points.add(new double[] {number(), number()});
        } while (takeIf(","));
        expect(")");
        return points;
    }

    private double number() throws MalformedException {
        BigDecimal number = NumberText.parse(take());
        if (number == null) {
            throw new MalformedException();
        }
        return number.doubleValue();
    }

    private void expect(String token) throws MalformedException {
        if (!take().equals(token)) {
            throw new MalformedException();
        }
    }

    private boolean takeIf(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        if (found) {
            next++;
        }
        return found;
    }

    private String take() throws MalformedException {
        if (next == tokens.size()) {
            throw new MalformedException();
        }
        return tokens.get(next++);
    }

    private static ByteBuffer header(byte[] binary, int kind) {
        return ByteBuffer.wrap(binary)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(kind);
    }

    private static void put(ByteBuffer out, List<double[]> points) {
        for (double[] point : points) {
            out.putDouble(point[0]).putDouble(point[1]);
        }
    }

    private static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}

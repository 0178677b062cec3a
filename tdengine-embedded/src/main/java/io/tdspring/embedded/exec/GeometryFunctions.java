// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.BinaryText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/** Making geometries and showing them. */
final class GeometryFunctions {

    /** What TDengine can ask of two geometries and this server cannot. */
    static final Set<String> PREDICATES =
            Set.of("st_contains", "st_containsproperly", "st_covers", "st_equals", "st_intersects", "st_touches");

    private static final int WRONG_VALUE = 0x2803;
    private static final int UNKNOWN = 0xffff;
    private static final int POINT_BYTES = 1 + Integer.BYTES + 2 * Double.BYTES;
    /** What a real server declares, though a point has more bytes. */
    private static final int DECLARED_POINT_LENGTH = 6;

    private GeometryFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("st_astext", GeometryFunctions::text);
        functions.put("st_geomfromtext", GeometryFunctions::geometry);
        functions.put("st_makepoint", GeometryFunctions::point);
    }

    private static Evaluator text(ScalarCall call) {
        call.requireCount(1, 1);
        call.requireTypes(type -> type == DataType.GEOMETRY);
        Column type = Column.of("", DataType.VARCHAR, call.argument(0).type().length());
        return call.computed(type, values -> BinaryText.ofGeometry((byte[]) values[0]));
    }

    private static Evaluator geometry(ScalarCall call) {
        call.requireCount(1, 1);
        if (!call.isNull(0)) {
            call.requireTypes(NumberTypes::isString);
        }
        Column type = Column.of("", DataType.GEOMETRY, call.argument(0).type().length());
        return call.computed(type, values -> {
            byte[] geometry = BinaryText.geometry((String) values[0]);
            if (geometry == null) {
                throw new SqlException(WRONG_VALUE, "Invalid function para value");
            }
            return geometry;
        });
    }

    private static Evaluator point(ScalarCall call) {
        call.requireCount(2, 2);
        call.requireTypes(NumberTypes::isNumber);
        Column type = Column.of("", DataType.GEOMETRY, DECLARED_POINT_LENGTH);
        boolean constant = call.arguments().stream().allMatch(argument -> argument instanceof Constant);
        if (constant && call.context().hasTable()) {
            // So it was recorded wherever a constant point stands in a query of a table.
            throw new SqlException(UNKNOWN, "Unknown error 65535");
        }
        return call.computed(type, values -> point(NumberTypes.toDouble(values[0]), NumberTypes.toDouble(values[1])));
    }

    private static byte[] point(double x, double y) {
        return ByteBuffer.allocate(POINT_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(1)
                .putDouble(x)
                .putDouble(y)
                .array();
    }
}

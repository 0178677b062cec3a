// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All scalar functions by their names. */
final class ScalarFunctions {

    private static final int UNKNOWN = 0x0374;

    /** Those of TDengine that this server does not have, or not in this place. */
    private static final Set<String> REFUSED = Set.of(
            "aes_decrypt",
            "aes_encrypt",
            "csum",
            "derivative",
            "diff",
            "fill_forward",
            "forecast",
            "generate_surrogate_key",
            "interp",
            "mask_full",
            "mask_none",
            "mask_partial",
            "mavg",
            "rand",
            "st_asgeojson",
            "st_numgeometries",
            "st_x",
            "st_y",
            "statecount",
            "stateduration",
            "std",
            "to_base64",
            "to_json");

    private static final Map<String, ScalarFunction> BY_NAME = byName();

    private ScalarFunctions() {}

    /** Makes the evaluator of a call. */
    @FunctionalInterface
    interface ScalarFunction {

        Evaluator compile(ScalarCall call);
    }

    private static Map<String, ScalarFunction> byName() {
        Map<String, ScalarFunction> functions = new HashMap<>();
        MathFunctions.addTo(functions);
        RoundingFunctions.addTo(functions);
        TextFunctions.addTo(functions);
        TimeFunctions.addTo(functions);
        SystemFunctions.addTo(functions);
        GeometryFunctions.addTo(functions);
        return Map.copyOf(functions);
    }

    /** The names of all, in alphabetical order. */
    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** @throws SqlException if there is no such function here */
    static void require(String name) {
        if (BY_NAME.containsKey(name) || GeometryFunctions.PREDICATES.contains(name)) {
            return;
        }
        if (REFUSED.contains(name)) {
            throw SqlException.notSupported("function " + name);
        }
        throw new SqlException(UNKNOWN, "Func not exists");
    }

    static Evaluator compile(ScalarCall call) {
        require(call.name());
        ScalarFunction function = BY_NAME.get(call.name());
        if (function == null) {
            // Of those it is known that what is wrong with the arguments comes first.
            throw SqlException.notSupported("function " + call.name());
        }
        return function.compile(call);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.Map;

/** What the server tells about itself and the session. */
final class SystemFunctions {

    private static final int NAME_LENGTH = 63;

    private SystemFunctions() {}

    static void addTo(Map<String, ScalarFunctions.ScalarFunction> functions) {
        functions.put("server_version", SystemFunctions::version);
        functions.put("client_version", SystemFunctions::version);
        functions.put("server_status", call -> Constant.of(DataType.INT, 1L));
        functions.put("database", SystemFunctions::database);
        functions.put("user", SystemFunctions::user);
        functions.put("current_user", SystemFunctions::user);
    }

    private static Evaluator version(ScalarCall call) {
        return Constant.text(call.context().version());
    }

    private static Evaluator database(ScalarCall call) {
        String database = call.context().database();
        return database == null
                ? new Constant(Column.of("", DataType.VARCHAR, NAME_LENGTH), null, false)
                : Constant.text(database);
    }

    private static Evaluator user(ScalarCall call) {
        return Constant.text(call.context().user() + "@localhost");
    }
}

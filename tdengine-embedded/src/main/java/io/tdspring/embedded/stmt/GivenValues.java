// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.stmt;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import java.util.List;

/** Values in a form that does not tell their types. */
public interface GivenValues {

    /**
     * The values of tags or columns.
     *
     * @throws io.tdspring.error.TdengineProtocolException if they cannot be read as such
     */
    List<BoundValues> as(List<StatementField> fields);

    /**
     * The values of a query's parameters.
     *
     * @throws SqlException 0x022A if nothing tells what types they have
     */
    List<BoundValues> asParameters();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.fault.Arrival;
import io.tdspring.embedded.server.Line;
import io.tdspring.embedded.sql.SqlException;

/** A request as faults deal with it. */
public interface FaultyRequest {

    /** What rules look at; asked for only when there are rules. */
    Arrival arrival();

    /** The connection that it came on. */
    Line line();

    /** Has it carried out and answered. */
    void carryOut();

    /** Has it carried out, with the end of the connection for its answer. */
    void carryOutAndCut();

    /** Answers this, in the form in which such a request is refused. */
    void fail(SqlException failure);
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.stmt.GivenValues;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.stmt.BlockValues;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.stmt.StmtValues;
import java.util.List;

/** Values in a raw block. Immutable. */
record BlockGiven(StmtBlock values) implements GivenValues {

    @Override
    public List<BoundValues> as(List<StatementField> fields) {
        try {
            List<BoundValues> read = BlockValues.read(
                    values.block(), fields.stream().map(StatementField::type).toList());
            if (values.kind() == StmtValues.Kind.TAGS && read.stream().anyMatch(tag -> tag.rows() != 1)) {
                throw Failures.adapter("rows not equal 1");
            }
            return read;
        } catch (TdengineProtocolException e) {
            throw Failures.adapter("invalid block: " + e.getMessage());
        }
    }

    @Override
    public List<BoundValues> asParameters() {
        try {
            return BlockValues.read(values.block());
        } catch (TdengineProtocolException e) {
            throw Failures.adapter("invalid block: " + e.getMessage());
        }
    }
}

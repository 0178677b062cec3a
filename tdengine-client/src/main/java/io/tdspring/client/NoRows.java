// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a statement that the client itself has carried out. Immutable. */
enum NoRows implements Result {
    INSTANCE;

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public Precision precision() {
        return Precision.MILLISECOND;
    }

    @Override
    public boolean isUpdate() {
        return true;
    }

    @Override
    public long affectedRows() {
        return 0;
    }

    @Override
    public @Nullable Block nextBlock() {
        return null;
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
}

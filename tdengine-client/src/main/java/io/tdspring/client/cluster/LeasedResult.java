// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that gives its connection back when it has been read, has failed, or is closed. */
final class LeasedResult implements Result {

    private final Result result;
    private final Lease lease;

    private LeasedResult(Result result, Lease lease) {
        this.result = result;
        this.lease = lease;
    }

    /** Takes over the lease if there is anything to be read. */
    static Result of(Result result, Lease lease) {
        if (result.isUpdate()) {
            lease.close();
            return result;
        }
        return new LeasedResult(result, lease);
    }

    @Override
    public List<Column> columns() {
        return result.columns();
    }

    @Override
    public Precision precision() {
        return result.precision();
    }

    @Override
    public boolean isUpdate() {
        return result.isUpdate();
    }

    @Override
    public long affectedRows() {
        return result.affectedRows();
    }

    @Override
    public @Nullable Block nextBlock() {
        Block block = null;
        try {
            block = result.nextBlock();
            return block;
        } finally {
            if (block == null) {
                lease.close();
            }
        }
    }

    @Override
    public void recycle(Block block) {
        result.recycle(block);
    }

    @Override
    public void cancel() {
        result.cancel();
    }

    @Override
    public void close() {
        try {
            result.close();
        } finally {
            lease.close();
        }
    }
}

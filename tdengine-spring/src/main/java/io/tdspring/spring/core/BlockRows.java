// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import io.tdspring.client.QueryResult;
import io.tdspring.data.Block;
import io.tdspring.data.Row;
import io.tdspring.error.TdengineException;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.support.TdengineExceptionTranslator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mapped rows of a result, a block at a time; closes the result at its end. Confined to one thread. */
final class BlockRows<T extends @Nullable Object> extends Spliterators.AbstractSpliterator<T> {

    private final QueryResult result;
    private final RowMapper<T> mapper;
    private final TdengineExceptionTranslator translator;
    private @Nullable Block block;
    private int next;
    private boolean ended;

    BlockRows(QueryResult result, RowMapper<T> mapper, TdengineExceptionTranslator translator) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.result = result;
        this.mapper = mapper;
        this.translator = translator;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        T mapped;
        try {
            Row row = nextRow();
            if (row == null) {
                return false;
            }
            mapped = mapper.mapRow(row);
        } catch (TdengineException e) {
            throw translator.translate(e);
        }
        action.accept(mapped);
        return true;
    }

    private @Nullable Row nextRow() {
        while (!ended && (block == null || next == block.rows())) {
            block = result.nextBlock();
            next = 0;
            ended = block == null;
        }
        if (block == null) {
            result.close();
            return null;
        }
        return block.row(next++);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.error.TdengineException;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.support.TdengineExceptionTranslator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.TypeMismatchDataAccessException;

/**
 * SQL and records over a {@link TdengineClient}, with Spring's exceptions. Safe for use by many threads; does not close the
 * client.
 */
public final class TdengineTemplate implements TdengineOperations {

    private final TdengineClient client;
    private final TdMapper mapper;
    private final TdengineExceptionTranslator translator = new TdengineExceptionTranslator();

    public TdengineTemplate(TdengineClient client) {
        this(client, new TdMapper());
    }

    /** @param mapper to be shared with the listeners, so that what it works out is kept once */
    public TdengineTemplate(TdengineClient client, TdMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    @Override
    public long execute(String sql) {
        return execute((TdengineClient connected) -> connected.execute(sql));
    }

    @Override
    public <T extends @Nullable Object> T execute(ClientCallback<T> callback) {
        try {
            return callback.doWithClient(client);
        } catch (TdengineException e) {
            throw translator.translate(e);
        }
    }

    @Override
    public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> rowMapper) {
        return readAll(sql, columns -> rowMapper);
    }

    @Override
    public <T> List<T> query(String sql, Class<T> type) {
        return readAll(sql, columns -> mapper.reader(type, columns));
    }

    @Override
    public List<Map<String, @Nullable Object>> queryForMaps(String sql) {
        return query(sql, TdMapper.maps());
    }

    private <T extends @Nullable Object> List<T> readAll(String sql, Function<List<Column>, RowMapper<T>> mapperOf) {
        return execute(connected -> {
            try (QueryResult result = connected.query(sql)) {
                RowMapper<T> rowMapper = mapperOf.apply(result.columns());
                List<T> rows = new ArrayList<>();
                for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                    for (int row = 0; row < block.rows(); row++) {
                        rows.add(rowMapper.mapRow(block.row(row)));
                    }
                }
                return rows;
            }
        });
    }

    @Override
    public <T> T queryForObject(String sql, Class<T> type) {
        List<T> rows = query(sql, type);
        if (rows.isEmpty()) {
            throw new EmptyResultDataAccessException(1);
        }
        @Nullable T only = single(rows);
        if (only == null) {
            throw new TypeMismatchDataAccessException("the value is NULL and cannot be a " + type.getSimpleName());
        }
        return only;
    }

    @Override
    public <T> Optional<T> queryForOptional(String sql, Class<T> type) {
        List<T> rows = query(sql, type);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(single(rows));
    }

    private static <T> T single(List<T> rows) {
        if (rows.size() > 1) {
            throw new IncorrectResultSizeDataAccessException(1, rows.size());
        }
        return rows.get(0);
    }

    @Override
    public <T> Stream<T> stream(String sql, Class<T> type) {
        return open(sql, columns -> mapper.reader(type, columns));
    }

    @Override
    public <T extends @Nullable Object> Stream<T> stream(String sql, RowMapper<T> rowMapper) {
        return open(sql, columns -> rowMapper);
    }

    private <T extends @Nullable Object> Stream<T> open(String sql, Function<List<Column>, RowMapper<T>> mapperOf) {
        return execute(connected -> {
            QueryResult result = connected.query(sql);
            try {
                RowMapper<T> rowMapper = mapperOf.apply(result.columns());
                return StreamSupport.stream(new BlockRows<>(result, rowMapper, translator), false)
                        .onClose(result::close);
            } catch (RuntimeException | Error e) {
                result.close();
                throw e;
            }
        });
    }

    @Override
    public long insert(Collection<?> records) {
        if (records.isEmpty()) {
            return 0;
        }
        return execute(connected -> RecordInserts.insert(connected::execute, mapper, records));
    }
}

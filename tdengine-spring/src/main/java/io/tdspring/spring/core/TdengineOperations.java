// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import io.tdspring.spring.mapping.RowMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TdengineTemplate} does; declare this type where a test wants to put something else.
 *
 * <p>Every failure of TDengine comes as a {@link org.springframework.dao.DataAccessException} whose message has TDengine's
 * code and the request id and whose cause is the client's exception. {@code type} is a record, {@code Map} or the class of
 * a single value; {@link io.tdspring.spring.mapping.TdMapper} tells how rows become one. SQL is sent as it is: put values
 * from outside into it only through {@link io.tdspring.client.sql.SqlLiterals}.
 */
public interface TdengineOperations {

    /**
     * Runs a statement.
     *
     * @return rows written; 0 for DDL
     */
    long execute(String sql);

    /**
     * Does something with the client itself.
     *
     * @return what the callback returns
     */
    <T extends @Nullable Object> T execute(ClientCallback<T> callback);

    /** All rows, read into memory. */
    <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper);

    /**
     * All rows, read into memory.
     *
     * @return if {@code type} is a single value's, null elements stand for NULL
     */
    <T> List<T> query(String sql, Class<T> type);

    /** All rows, read into memory, each with its values by column in the order of the columns. */
    List<Map<String, @Nullable Object>> queryForMaps(String sql);

    /**
     * The only row.
     *
     * @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there is not exactly one row
     * @throws org.springframework.dao.DataAccessException also if a single value is NULL: then use {@link #queryForOptional}
     */
    <T> T queryForObject(String sql, Class<T> type);

    /**
     * The only row, or empty if there is none or it is a single value that is NULL.
     *
     * @throws org.springframework.dao.IncorrectResultSizeDataAccessException if there are more rows
     */
    <T> Optional<T> queryForOptional(String sql, Class<T> type);

    /**
     * The rows, fetched block by block while the stream is consumed, by one thread.
     *
     * @return to be closed, best by try-with-resources: until then, or until its end, the server keeps the result
     */
    <T> Stream<T> stream(String sql, Class<T> type);

    /** As {@link #stream(String, Class)}. */
    <T extends @Nullable Object> Stream<T> stream(String sql, RowMapper<T> mapper);

    /**
     * Writes records of one class with {@link io.tdspring.spring.mapping.TdTable} into their child tables, which the server
     * makes if they are missing.
     *
     * <p>Sends as few statements as the server's limit of 1 MiB allows, one after the other; if one fails, those before it
     * have been carried out. Writing the same records again is safe: rows of the same table and timestamp overwrite each
     * other. In an existing table tags stay as they are. A null component is written as NULL.
     *
     * @return rows written as the server counts them: rows of one timestamp in one statement count once
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the class cannot be written, an element is null
     *     or of another class, or SQL text cannot express a value
     */
    long insert(Collection<?> records);
}

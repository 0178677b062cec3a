// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TableName;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.write.AlterTable;
import io.tdspring.embedded.write.TableDdl;
import io.tdspring.embedded.write.TimestampRange;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Schemaless writing: first everything is read and checked, then tables change, then rows are written.
 *
 * <p>Thread-safe. A request for several tables is not one unit to readers, as with a real server. Tables have no end of
 * life here, so a TTL changes nothing.
 */
public final class SchemalessWriter {

    /** The column of protocols with one value a point. */
    static final String VALUE_COLUMN = "_value";

    static final int INVALID_DATA = 0x3002;
    private static final int INVALID_PROTOCOL = 0x3000;
    /** No table has this name, but the current database does not depend on it. */
    private static final TableName ANY_TABLE = new TableName(null, "");

    /** For writing by who changes tables, for reading by who writes rows: new child tables need all tags there are. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final SchemaEvolver evolver;

    /**
     * A writer that changes tables by SQL's own means.
     *
     * @param alter with regard to those who read
     */
    public SchemalessWriter(TableDdl tables, AlterTable alter) {
        this.evolver = new SchemaEvolver(tables, alter, lock.writeLock());
    }

    /**
     * Writes the rows of a request into the current database.
     *
     * @throws SqlException as TDengine does if one of them is wrong; then none is written
     */
    public Written write(Scope scope, SchemalessInsert request) {
        Format format = formatOf(request);
        Database database = scope.databaseOf(ANY_TABLE);
        TimestampRange range = TimestampRange.of(database, scope.now());
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Point point : format.parse(request.data(), database.precision(), scope.now())) {
            range.check(point.timestamp());
            Row row = Row.of(point, request.tableNameKey());
            groups.computeIfAbsent(row.superTable(), name -> new ArrayList<>()).add(row);
        }
        long affected = write(scope, database, groups.values());
        return new Written(affected, Lines.count(request.data()));
    }

    private long write(Scope scope, Database database, Collection<List<Row>> groups) {
        evolver.evolve(scope, database, groups);
        lock.readLock().lock();
        try {
            ChildTables tables = new ChildTables(database);
            groups.forEach(tables::add);
            return tables.write(scope.now());
        } finally {
            lock.readLock().unlock();
        }
    }

    private static Format formatOf(SchemalessInsert request) {
        return switch (request.protocol()) {
            case SchemalessInsert.LINE -> new LineProtocol(TimestampUnit.named(request.precision()));
            case SchemalessInsert.TELNET -> new TelnetProtocol();
            case SchemalessInsert.JSON -> new JsonProtocol();
            default -> throw new SqlException(INVALID_PROTOCOL, "protocol invalidate");
        };
    }
}

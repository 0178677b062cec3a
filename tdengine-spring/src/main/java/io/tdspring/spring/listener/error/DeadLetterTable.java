// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.client.sql.Identifiers;
import io.tdspring.client.sql.InsertTarget;
import io.tdspring.client.sql.InsertWriter;
import io.tdspring.client.sql.SqlLiterals;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.mapping.TableNameStrategy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A super table of rows that listeners could not handle, with a child table for each listener, group, topic, vgroup and
 * writer.
 *
 * <p>The super table is made at the first use if it is missing; its database must exist, and should not be one that a topic
 * of the same listeners covers as a whole, or they are handed their own dead letters. A row that is written again, because
 * its message was delivered again, replaces what was written before: it is recognised by offset, number and payload. Its
 * timestamp is the time it was first written at, moved on where another letter has it already, since rows of one table and
 * timestamp overwrite each other. Each object of this class is a writer, of a random name: while a rebalance moves a vgroup from
 * one process to another, both may write at the same time, and neither replaces what the other has written; a row that both
 * write may be there twice then. An application that starts again writes into new child tables, when it has something to write; an
 * empty one may be dropped. Thread-safe; one instance should serve all listeners of an application.
 */
public final class DeadLetterTable {

    /** The default name. */
    public static final String DEFAULT_NAME = "dead_letters";

    private static final int PAYLOAD_LENGTH = 16_000;
    /** With the other columns below the 65531 bytes of a row. */
    private static final int MOST_PAYLOAD_LENGTH = 60_000;

    private static final int LEAST_PAYLOAD_LENGTH = 100;
    private static final int ERROR_CLASS_LENGTH = 255;

    private static final List<String> TAGS = List.of("listener_id", "group_id", "topic_name", "vgroup_id", "writer");
    private static final List<String> COLUMNS = List.of(
            "ts",
            "start_offset",
            "row_no",
            "table_name",
            "attempts",
            "error_class",
            "error_message",
            "payload",
            "payload_length");

    private final TdengineOperations operations;
    private final String database;
    private final String name;
    private final int newPayloadLength;
    private final String writer = HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    /** One write at a time: the next timestamp of a child table is found by reading. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Guarded by {@link #writing}; null until the table is known to exist. */
    private @Nullable Widths widths;

    /** What the server's columns take, in characters. */
    private record Widths(int message, int payload) {}

    /** A letter that is there already. */
    record Written(Instant ts, String writer, int rowNo, String payload) {}

    /** The table {@value #DEFAULT_NAME} of a database, with payloads of up to 16000 characters. */
    public DeadLetterTable(TdengineOperations operations, String database) {
        this(operations, database, DEFAULT_NAME);
    }

    /** A table of another name, with payloads of up to 16000 characters. */
    public DeadLetterTable(TdengineOperations operations, String database, String name) {
        this(operations, database, name, PAYLOAD_LENGTH);
    }

    /**
     * A table of another name or width.
     *
     * @param payloadLength the width of the column if this makes the table, 100 to 60000 characters; payloads are cut to
     *     the width that the column has
     */
    public DeadLetterTable(TdengineOperations operations, String database, String name, int payloadLength) {
        Assert.hasText(database, "the dead-letter table needs a database");
        Assert.hasText(name, "the dead-letter table needs a name");
        Assert.isTrue(
                payloadLength >= LEAST_PAYLOAD_LENGTH && payloadLength <= MOST_PAYLOAD_LENGTH,
                () -> "payloadLength must be " + LEAST_PAYLOAD_LENGTH + " to " + MOST_PAYLOAD_LENGTH);
        this.operations = operations;
        this.database = database;
        this.name = name;
        this.newPayloadLength = payloadLength;
    }

    /** The database it lies in. */
    public String database() {
        return database;
    }

    /** The quoted name with its database, for SQL. */
    public String qualifiedName() {
        return Identifiers.quote(database, name);
    }

    /**
     * Writes all rows of a failure. When this returns the server has them.
     *
     * @throws org.springframework.dao.DataAccessException if one could not be written; others may have been
     */
    public void write(FailedDelivery failure) {
        writing.lock();
        try {
            Widths known = widths == null ? create() : widths;
            // Asked for anew after a failure: the table may have been dropped or altered.
            widths = null;
            insert(failure, known);
            widths = known;
        } finally {
            writing.unlock();
        }
    }

    private Widths create() {
        operations.execute("CREATE STABLE IF NOT EXISTS " + qualifiedName() + " (ts TIMESTAMP, start_offset BIGINT,"
                + " row_no INT, table_name VARCHAR(192), attempts INT, error_class VARCHAR(" + ERROR_CLASS_LENGTH + "),"
                + " error_message NCHAR(1000), payload VARCHAR(" + newPayloadLength + "), payload_length INT) TAGS"
                + " (listener_id VARCHAR(512), group_id VARCHAR(192), topic_name VARCHAR(192), vgroup_id INT,"
                + " writer VARCHAR(16))");
        Map<String, Integer> lengths = new HashMap<>();
        operations.query("DESCRIBE " + qualifiedName(), row -> lengths.put(row.getString(0), row.getInt(2)));
        widthOf("writer", lengths);
        return new Widths(widthOf("error_message", lengths), widthOf("payload", lengths));
    }

    private int widthOf(String column, Map<String, Integer> lengths) {
        Integer length = lengths.get(column);
        Assert.state(length != null, () -> qualifiedName() + " is no table of dead letters: no column " + column);
        return length;
    }

    private void insert(FailedDelivery failure, Widths known) {
        String origin = origin(failure);
        List<Written> before = written(origin, failure.message().startOffset());
        Instant next = nextTimestamp(origin);
        InsertTarget own = target(failure, writer);
        InsertWriter statements = new InsertWriter(operations::execute);
        for (DeadRow row : DeadRow.of(failure)) {
            String payload = row.payload(known.payload());
            Written earlier = earlier(row.number(), payload, before);
            Instant ts = earlier == null ? next : earlier.ts();
            InsertTarget target = earlier == null ? own : target(failure, earlier.writer());
            statements.add(target, values(ts, row, payload, failure, known));
            next = earlier == null ? next.plusMillis(1) : next;
        }
        statements.finish();
    }

    private InsertTarget target(FailedDelivery failure, String byWriter) {
        TmqMessage message = failure.message();
        List<Object> tags =
                List.of(failure.listenerId(), failure.groupId(), message.topic(), message.vgroupId(), byWriter);
        return new InsertTarget(
                database, childOf(tags), new InsertTarget.ChildOf(name, TAGS, new ArrayList<>(tags)), COLUMNS);
    }

    /** The condition of the letters of a failure's listener, group and vgroup, whoever wrote them. */
    private static String origin(FailedDelivery failure) {
        return " WHERE listener_id = " + SqlLiterals.of(failure.listenerId()) + " AND group_id = "
                + SqlLiterals.of(failure.groupId()) + " AND topic_name = "
                + SqlLiterals.of(failure.message().topic()) + " AND vgroup_id = "
                + failure.message().vgroupId();
    }

    private static List<@Nullable Object> values(
            Instant ts, DeadRow row, String payload, FailedDelivery failure, Widths known) {
        Throwable cause = failure.cause();
        return Arrays.asList(
                ts,
                failure.message().startOffset(),
                row.number(),
                row.tableName(),
                failure.attempt(),
                ErrorText.classOf(cause, ERROR_CLASS_LENGTH),
                ErrorText.messageOf(cause, known.message()),
                payload,
                row.json().length());
    }

    private String childOf(List<Object> tags) {
        return TableNameStrategy.fromTags().tableName(name, tags);
    }

    private List<Written> written(String origin, long startOffset) {
        return operations.query(
                "SELECT ts, writer, row_no, payload FROM " + qualifiedName() + origin + " AND start_offset = "
                        + startOffset,
                Written.class);
    }

    private static @Nullable Written earlier(int row, String payload, List<Written> before) {
        for (Written letter : before) {
            if (letter.rowNo() == row && letter.payload().equals(payload)) {
                return letter;
            }
        }
        return null;
    }

    private Instant nextTimestamp(String origin) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return operations
                .queryForOptional("SELECT LAST(ts) FROM " + qualifiedName() + origin, Instant.class)
                .map(last -> last.truncatedTo(ChronoUnit.MILLIS).plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** The oldest letters of a topic, of all groups and listeners. */
    List<DeadLetter> oldest(String topic, int most) {
        return operations.query(
                "SELECT ts, listener_id, group_id, topic_name, vgroup_id, writer, start_offset, row_no, table_name,"
                        + " attempts, error_class, error_message, payload, payload_length FROM " + qualifiedName()
                        + " WHERE topic_name = " + SqlLiterals.of(topic) + " ORDER BY ts LIMIT " + most,
                DeadLetter.class);
    }

    void delete(DeadLetter letter) {
        String child = childOf(
                List.of(letter.listenerId(), letter.groupId(), letter.topicName(), letter.vgroupId(), letter.writer()));
        operations.execute(
                "DELETE FROM " + Identifiers.quote(database, child) + " WHERE ts = " + SqlLiterals.of(letter.ts()));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.data.Block;
import io.tdspring.data.meta.TableMeta;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One membership in a consumer group, on a connection of its own. Confined to one thread at a time, except {@link #close}.
 *
 * <p>Polling is split in two so that a caller can give up waiting without losing a message: {@link #poll} announces one,
 * {@link #fetch} brings it. The server holds one message at a time, so fetch it before the next poll. Both may be called by
 * the thread that completes the one before, too.
 */
public interface Subscription extends AutoCloseable {

    Endpoint endpoint();

    /**
     * Logs in and joins the group; to be called first, and once.
     *
     * @throws io.tdspring.error.TdengineConnectionException if the server refuses the user
     * @throws io.tdspring.error.UnsupportedFeatureException if the server is too old for one of the options
     */
    void join(SubscriptionRequest request);

    /**
     * Asks for the next message; at most one poll may be under way. Does not wait.
     *
     * @param blocking how long the server waits for one
     * @return completed by the answer, empty if no message came, or by the failure; it has no deadline of its own
     */
    CompletableFuture<Announcement> poll(Duration blocking);

    /**
     * Asks for what the message announced last holds, and for the position of its vgroup.
     *
     * @return completed when all of it has arrived, or by the failure; it has no deadline of its own and is to be cancelled
     *     when it is no longer wanted
     */
    CompletableFuture<Fetched> fetch(Message message);

    /**
     * Commits a position; any number of commits may be under way. Committing the same again is no error.
     *
     * @return completed by the thread that reads the connection, which must not be kept; fails with {@link
     *     io.tdspring.error.TdengineTimeoutException} if the answer does not come in time
     */
    CompletableFuture<Void> commit(Partition partition, long offset, Duration timeout);

    /** Where the group would resume, empty if nothing is committed. */
    OptionalLong committed(Partition partition, Duration timeout);

    /** The next offset to be read, empty if unknown. */
    OptionalLong position(Partition partition, Duration timeout);

    List<Assignment> assignment(String topic, Duration timeout);

    void seek(Partition partition, long offset, Duration timeout);

    /** Leaves the group; only {@link #close} may follow. */
    void unsubscribe(Duration timeout);

    /** Leaves the group if need be; what is under way fails at once. Idempotent, any thread may call this. */
    @Override
    void close();

    /** A vgroup of a topic. */
    record Partition(String topic, int vgroupId) {}

    /** What a poll found, or null if nothing. */
    record Announcement(@Nullable Message message) {}

    /**
     * A message that can be read.
     *
     * @param id counts the messages of this subscription
     * @param offset where the message starts in its vgroup; where it ends if it has {@linkplain Kind#CHANGES no rows}
     */
    record Message(Partition partition, String database, long id, long offset, Kind kind) {}

    /** What a message holds. */
    enum Kind {
        ROWS,
        /** Changes of tables, and deletions of rows. */
        CHANGES,
        /** Rows, and the child tables that were created by writing them. */
        ROWS_OF_NEW_TABLES;

        public boolean hasRows() {
            return this != CHANGES;
        }

        public boolean hasChanges() {
            return this != ROWS;
        }
    }

    /** What a message holds, as it has arrived. */
    interface Fetched {

        /** The position of the vgroup behind the message. */
        long end();

        /** The memory that it takes. */
        int bytes();

        /**
         * Decodes it.
         *
         * @throws io.tdspring.error.UnsupportedFeatureException if this carrier cannot receive it
         * @throws io.tdspring.error.TdengineProtocolException if it is not what the protocol says
         */
        Content content();
    }

    /**
     * What a message says.
     *
     * @param changes the changes of tables that it tells of
     */
    record Content(List<TableRows> rows, List<TableMeta> changes) {}

    /** Rows of one table. */
    record TableRows(@Nullable String tableName, Block block) {}

    /** A vgroup that this member reads; −1 for a border that is unknown. */
    record Assignment(int vgroupId, long offset, long begin, long end) {}
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.schemaless;

import io.tdspring.client.transport.RequestIds;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.util.List;
import java.util.Objects;

/**
 * Data to be written, and how to read it. Immutable; its text does not show the data.
 *
 * <pre>{@code
 * client.writeSchemaless(SchemalessRequest.lines(lines)
 *         .precision(SchemalessPrecision.MILLISECONDS)
 *         .ttlDays(30));
 * }</pre>
 *
 * <p>Lines are sent as they are. The server skips none: an empty one, a comment, a telnet line that begins with
 * {@code put}, or one wrong line makes it refuse the whole message.
 */
public final class SchemalessRequest {

    private static final long UNSET_ID = 0;

    private final List<String> lines;
    private final SchemalessInsert format;

    private SchemalessRequest(List<String> lines, SchemalessInsert format) {
        this.lines = lines;
        this.format = format;
    }

    private static SchemalessRequest of(SchemalessProtocol protocol, List<String> lines) {
        return new SchemalessRequest(lines, new SchemalessInsert(UNSET_ID, protocol.code(), "", "", 0, ""));
    }

    /** Lines of InfluxDB's line protocol, without line ends; no lines are no rows. */
    public static SchemalessRequest lines(List<String> lines) {
        return of(SchemalessProtocol.LINE, List.copyOf(lines));
    }

    /** As {@link #lines(List)}. */
    public static SchemalessRequest lines(String... lines) {
        return lines(List.of(lines));
    }

    /** OpenTSDB's telnet lines, without line ends and without {@code put}; no lines are no rows. */
    public static SchemalessRequest telnet(List<String> lines) {
        return of(SchemalessProtocol.TELNET, List.copyOf(lines));
    }

    /** As {@link #telnet(List)}. */
    public static SchemalessRequest telnet(String... lines) {
        return telnet(List.of(lines));
    }

    /** One document of OpenTSDB's JSON: a data point, or an array of them. */
    public static SchemalessRequest json(String document) {
        return raw(SchemalessProtocol.JSON, document);
    }

    /** A whole text as it is, sent in one message. */
    public static SchemalessRequest raw(SchemalessProtocol protocol, String text) {
        return of(protocol, List.of(text));
    }

    /** {@link SchemalessPrecision#NOT_CONFIGURED} unless set. */
    public SchemalessRequest precision(SchemalessPrecision precision) {
        return with(new SchemalessInsert(
                format.requestId(), format.protocol(), precision.symbol(), "", format.ttl(), format.tableNameKey()));
    }

    /**
     * How many days the tables live that this makes; 0, for ever, unless set.
     *
     * @throws IllegalArgumentException if negative
     */
    public SchemalessRequest ttlDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a table cannot live for " + days + " days");
        }
        return with(new SchemalessInsert(
                format.requestId(), format.protocol(), format.precision(), "", days, format.tableNameKey()));
    }

    /**
     * The tag whose value becomes the name of the table, and no tag; a line without it gets a table with a name of the
     * server's making, as all lines do unless this is set. Needs server 3.3.3.0.
     */
    public SchemalessRequest tableNameKey(String tag) {
        return with(new SchemalessInsert(
                format.requestId(),
                format.protocol(),
                format.precision(),
                "",
                format.ttl(),
                Objects.requireNonNull(tag, "tag")));
    }

    /**
     * The id by which the server's log knows the request; one of the client's making, another one each time it is written,
     * unless set. A request that is split into several messages has it in all of them.
     *
     * @param requestId not 0, unsigned, unique among the requests under way
     * @throws IllegalArgumentException if 0
     */
    public SchemalessRequest requestId(long requestId) {
        if (requestId == 0) {
            throw new IllegalArgumentException("a request id must not be 0");
        }
        return with(new SchemalessInsert(
                requestId, format.protocol(), format.precision(), "", format.ttl(), format.tableNameKey()));
    }

    private SchemalessRequest with(SchemalessInsert newFormat) {
        return new SchemalessRequest(lines, newFormat);
    }

    List<String> lines() {
        return lines;
    }

    /** How to read the data, under the id of one writing. */
    SchemalessInsert newFormat() {
        if (format.requestId() != UNSET_ID) {
            return format;
        }
        return new SchemalessInsert(
                RequestIds.next(), format.protocol(), format.precision(), "", format.ttl(), format.tableNameKey());
    }

    @Override
    public String toString() {
        String id = format.requestId() == UNSET_ID ? "" : "requestId=" + RequestIds.text(format.requestId()) + ", ";
        return "SchemalessRequest[" + id + "lines=" + lines.size() + "]";
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * The answer to {@link PollRequest}.
 *
 * @param haveMessage whether there is a message; if not, the rest is empty and 0
 * @param messageType {@link #DATA} and its like
 * @param messageId counts the messages of a connection from 1 on
 * @param offset where a message of data begins
 */
public record PollResponse(
        ResponseHead head,
        boolean haveMessage,
        String topic,
        String database,
        int vgroupId,
        int messageType,
        long messageId,
        long offset)
        implements TextResponse {

    /** Rows: read by {@link FetchRawData}. */
    public static final int DATA = 1;
    /** A change of tables, or a deletion. */
    public static final int META = 2;
    /** Rows whose tables were created on the way: read by {@link FetchRawData} too. */
    public static final int META_DATA = 3;
    /** Data for replication only. */
    public static final int RAW_DATA = 4;

    /** The answer to a poll that found no message. */
    public static PollResponse empty(ResponseHead head) {
        return new PollResponse(head, false, "", "", 0, 0, 0, 0);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.bool("have_message", haveMessage)
                .text("topic", topic)
                .text("database", database)
                .number("vgroup_id", vgroupId)
                .number("message_type", messageType)
                .unsigned("message_id", messageId)
                .number("offset", offset);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static PollResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to poll", json);
        return new PollResponse(
                ResponseHead.of(answer),
                answer.bool("have_message"),
                answer.text("topic"),
                answer.text("database"),
                answer.int32("vgroup_id"),
                answer.int32("message_type"),
                answer.unsigned("message_id"),
                answer.int64("offset"));
    }
}

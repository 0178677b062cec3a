// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import java.util.List;

/**
 * The answer to {@link FetchRequest}.
 *
 * @param completed whether there are no more rows; the server has freed the result then
 * @param lengths bytes of each column as the server reports them, needed by nobody; empty at the end
 * @param rows of the block that is ready
 */
public record FetchResponse(ResponseHead head, long resultId, boolean completed, List<Long> lengths, int rows)
        implements TextResponse {

    public FetchResponse {
        lengths = List.copyOf(lengths);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("id", resultId)
                .bool("completed", completed)
                .numbers("lengths", completed ? null : lengths)
                .number("rows", rows);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static FetchResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to fetch", json);
        return new FetchResponse(
                ResponseHead.of(answer),
                answer.unsigned("id"),
                answer.bool("completed"),
                answer.int64s("lengths"),
                answer.int32("rows"));
    }
}

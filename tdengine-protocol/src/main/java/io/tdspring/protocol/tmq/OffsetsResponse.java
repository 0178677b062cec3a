// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The answer to {@link OffsetsRequest}.
 *
 * @param offsets in the order of the request; empty for a failure
 */
public record OffsetsResponse(ResponseHead head, List<Long> offsets) implements TextResponse {

    /** Stands for "nothing committed yet": the code 0x80004011. */
    public static final long NONE = -2147467247;

    public OffsetsResponse {
        offsets = List.copyOf(offsets);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.numbers(head.action(), offsets);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static OffsetsResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        ResponseHead head = ResponseHead.of(answer);
        return new OffsetsResponse(head, answer.int64s(head.action()));
    }
}

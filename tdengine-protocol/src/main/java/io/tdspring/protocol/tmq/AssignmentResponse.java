// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The answer to {@link AssignmentRequest}.
 *
 * @param assignment empty for a failure
 */
public record AssignmentResponse(ResponseHead head, List<VgroupAssignment> assignment) implements TextResponse {

    public AssignmentResponse {
        assignment = List.copyOf(assignment);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.objects(
                "assignment",
                assignment,
                (vgroup, fields) -> fields.number("vgroup_id", vgroup.vgroupId())
                        .number("offset", vgroup.offset())
                        .number("begin", vgroup.begin())
                        .number("end", vgroup.end()));
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static AssignmentResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new AssignmentResponse(
                ResponseHead.of(answer),
                answer.objects("assignment").stream()
                        .map(each -> new VgroupAssignment(
                                each.int32("vgroup_id"), each.int64("offset"), each.int64("begin"), each.int64("end")))
                        .toList());
    }
}

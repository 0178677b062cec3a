// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;
import java.util.List;

/** Asks for the offsets of vgroups; answered by {@link OffsetsResponse} in the same order. */
public record OffsetsRequest(long requestId, OffsetKind kind, List<TopicVgroup> vgroups) implements TextRequest {

    public OffsetsRequest {
        vgroups = List.copyOf(vgroups);
    }

    @Override
    public String action() {
        return kind.action();
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.objects(
                "topic_vgroup_ids",
                vgroups,
                (vgroup, fields) -> fields.text("topic", vgroup.topic()).number("vgroup_id", vgroup.vgroupId()));
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException if the text cannot be read; the real server does not answer then
     */
    public static OffsetsRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static OffsetsRequest read(RequestEnvelope request) {
        OffsetKind kind = OffsetKind.of(request.action());
        return request.arguments(args -> new OffsetsRequest(
                args.unsigned("req_id"),
                kind,
                args.objects("topic_vgroup_ids").stream()
                        .map(each -> new TopicVgroup(each.text("topic"), each.int32("vgroup_id")))
                        .toList()));
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.tmq.Delivery;
import io.tdspring.embedded.tmq.TopicConsumer;
import io.tdspring.protocol.tmq.AssignmentRequest;
import io.tdspring.protocol.tmq.AssignmentResponse;
import io.tdspring.protocol.tmq.CommitOffsetRequest;
import io.tdspring.protocol.tmq.CommitOffsetResponse;
import io.tdspring.protocol.tmq.CommitRequest;
import io.tdspring.protocol.tmq.CommitResponse;
import io.tdspring.protocol.tmq.ListTopicsRequest;
import io.tdspring.protocol.tmq.ListTopicsResponse;
import io.tdspring.protocol.tmq.OffsetKind;
import io.tdspring.protocol.tmq.OffsetsRequest;
import io.tdspring.protocol.tmq.OffsetsResponse;
import io.tdspring.protocol.tmq.PollRequest;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.SeekRequest;
import io.tdspring.protocol.tmq.SubscribeRequest;
import io.tdspring.protocol.tmq.SubscribeResponse;
import io.tdspring.protocol.tmq.TopicVgroup;
import io.tdspring.protocol.tmq.UnsubscribeRequest;
import io.tdspring.protocol.tmq.VgroupAssignment;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.VersionRequest;
import io.tdspring.protocol.ws.VersionResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the actions of {@code /rest/tmq} do.
 *
 * <p>Confined to the consumer's thread. Methods answer through the {@link Reply}, or throw what is to be answered.
 */
final class TmqActions {

    private final ServerSettings settings;
    private final TmqMembership membership;
    private final TmqMessages messages;

    TmqActions(ServerSettings settings, TmqMembership membership) {
        this.settings = settings;
        this.membership = membership;
        this.messages = new TmqMessages(membership);
    }

    /** Answers a request other than a poll; an unknown action is not answered. */
    void answer(RequestEnvelope request, Reply reply) throws InterruptedException {
        switch (request.action()) {
            case "version" -> {
                VersionRequest.read(request);
                reply.send(new VersionResponse(reply.ok(), settings.version().toString()));
            }
            case "subscribe" -> subscribe(SubscribeRequest.read(request), reply);
            case "unsubscribe" -> {
                UnsubscribeRequest.read(request);
                membership.unsubscribe();
                reply.sendOk();
            }
            case "list_topics" -> {
                ListTopicsRequest.read(request);
                reply.send(
                        new ListTopicsResponse(reply.ok(), membership.consumer().topics()));
            }
            case "commit" -> commit(CommitRequest.read(request), reply);
            case "commit_offset" -> commitOffset(CommitOffsetRequest.read(request), reply);
            case "committed", "position" -> offsets(OffsetsRequest.read(request), reply);
            case "assignment" -> assignment(AssignmentRequest.read(request), reply);
            case "seek" -> seek(SeekRequest.read(request), reply);
            default -> messages.answer(request, reply);
        }
    }

    private void subscribe(SubscribeRequest request, Reply reply) throws InterruptedException {
        membership.subscribe(request);
        reply.send(new SubscribeResponse(reply.ok(), settings.version().inLogin()));
    }

    /** The answer to a poll. */
    PollResponse poll(PollRequest request, Reply reply) throws InterruptedException {
        OptionalLong received =
                settings.version().has(Feature.POLL_WITH_MESSAGE_ID) ? request.messageId() : OptionalLong.empty();
        HeldMessage message = membership.poll(request.blockingMillis(), received);
        if (message == null) {
            return PollResponse.empty(reply.ok());
        }
        Delivery delivery = message.delivery();
        return new PollResponse(
                reply.ok(),
                true,
                delivery.topic(),
                delivery.database(),
                delivery.vgroupId(),
                message.type(),
                message.id(),
                message.type() == PollResponse.META ? delivery.end() : delivery.offset());
    }

    private void commit(CommitRequest request, Reply reply) {
        membership.consumer().commitAll();
        reply.send(new CommitResponse(reply.ok(), request.messageId()));
    }

    private void commitOffset(CommitOffsetRequest request, Reply reply) {
        membership.consumer().commit(request.topic(), request.vgroupId(), request.offset());
        reply.send(new CommitOffsetResponse(reply.ok(), request.topic(), request.vgroupId(), request.offset()));
    }

    private void offsets(OffsetsRequest request, Reply reply) {
        TopicConsumer consumer = membership.consumer();
        List<Long> offsets = new ArrayList<>();
        for (TopicVgroup vgroup : request.vgroups()) {
            offsets.add(
                    request.kind() == OffsetKind.COMMITTED
                            ? consumer.committed(vgroup.topic(), vgroup.vgroupId())
                            : consumer.position(vgroup.topic(), vgroup.vgroupId()));
        }
        reply.send(new OffsetsResponse(reply.ok(), offsets));
    }

    private void assignment(AssignmentRequest request, Reply reply) {
        List<VgroupAssignment> vgroups = membership.consumer().assignment(request.topic()).stream()
                .map(each -> new VgroupAssignment(each.vgroupId(), each.offset(), each.begin(), each.end()))
                .toList();
        reply.send(new AssignmentResponse(reply.ok(), vgroups));
    }

    private void seek(SeekRequest request, Reply reply) {
        membership.consumer().seek(request.topic(), request.vgroupId(), request.offset());
        reply.sendOk();
    }
}

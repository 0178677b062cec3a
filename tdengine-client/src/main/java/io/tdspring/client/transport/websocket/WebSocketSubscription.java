// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.SubscriptionRequest;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.tmq.AssignmentRequest;
import io.tdspring.protocol.tmq.AssignmentResponse;
import io.tdspring.protocol.tmq.CommitOffsetRequest;
import io.tdspring.protocol.tmq.OffsetKind;
import io.tdspring.protocol.tmq.OffsetsRequest;
import io.tdspring.protocol.tmq.OffsetsResponse;
import io.tdspring.protocol.tmq.PollRequest;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.SeekRequest;
import io.tdspring.protocol.tmq.TopicVgroup;
import io.tdspring.protocol.tmq.UnsubscribeRequest;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextRequest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A consumer on {@code /rest/tmq}; one socket is one consumer. Confined to one thread at a time, except {@link #close}. */
final class WebSocketSubscription implements Subscription {

    /** "Same value committed" is no failure. */
    private static final int ALREADY_COMMITTED = 0x4012;

    /** Requests are small and few are under way, so they go out at once. */
    static final Duration SENDING = Duration.ofSeconds(1);

    /** The server tells who may not log in by text alone. */
    private static final List<String> LOGIN_FAILURES =
            List.of("init tscObj failed", "Authentication failure", "Invalid user");

    private final WebSocketSession session;
    private final Login login;
    private final ServerVersion server;

    private WebSocketSubscription(WebSocketSession session, Login login, ServerVersion server) {
        this.session = session;
        this.login = login;
        this.server = server;
    }

    static WebSocketSubscription open(
            WebSocketEngine engine, Endpoint endpoint, Login login, FlowLimits limits, Deadline deadline) {
        WebSocketAddress address = WebSocketAddress.subscription(endpoint, login.identity());
        WebSocketSession session = WebSocketSession.open(engine, address, limits, (unused, late) -> {}, deadline);
        try {
            ServerVersion server = new ServerVersion(WebSocketConnection.askVersion(session, deadline));
            return new WebSocketSubscription(session, login, server.requireSupported(endpoint));
        } catch (TdengineException e) {
            session.cancel();
            throw e;
        }
    }

    @Override
    public void join(SubscriptionRequest request) {
        Outgoing join = Outgoing.of(JoinRequest.of(request, login, server, endpoint()));
        ResponseHead head =
                session.call(join, Deadline.after(request.timeout())).asText().head();
        if (head.code() == ErrorCodes.ADAPTER && LOGIN_FAILURES.stream().anyMatch(head.message()::contains)) {
            String message =
                    head.message() + ": login refused for " + login.identity().who() + " at " + endpoint();
            throw new TdengineConnectionException(head.code(), message, head.requestId(), null);
        }
        head.check(Call.TMQ);
    }

    @Override
    public Endpoint endpoint() {
        return session.endpoint();
    }

    @Override
    public CompletableFuture<Announcement> poll(Duration blocking) {
        Outgoing poll = Outgoing.of(new PollRequest(RequestIds.next(), blocking.toMillis(), OptionalLong.empty()));
        return session.sendNext(poll, Deadline.after(SENDING)).thenApply(WebSocketSubscription::announcement);
    }

    private static Announcement announcement(Answer answer) {
        PollResponse response = PollResponse.read(answer.asText().json());
        response.head().check(Call.TMQ);
        if (!response.haveMessage()) {
            return new Announcement(null);
        }
        Partition partition = new Partition(response.topic(), response.vgroupId());
        Kind kind = switch (response.messageType()) {
            case PollResponse.META -> Kind.CHANGES;
            case PollResponse.META_DATA -> Kind.ROWS_OF_NEW_TABLES;
            default -> Kind.ROWS;
        };
        return new Announcement(
                new Message(partition, response.database(), response.messageId(), response.offset(), kind));
    }

    @Override
    public CompletableFuture<Fetched> fetch(Message message) {
        MessageFetch fetch = new MessageFetch(session, message);
        fetch.start();
        return fetch;
    }

    @Override
    public CompletableFuture<Void> commit(Partition partition, long offset, Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        Outgoing commit = Outgoing.of(
                new CommitOffsetRequest(RequestIds.next(), partition.topic(), partition.vgroupId(), offset));
        return session.send(commit, deadline)
                .orTimeout(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? overdue(commit, deadline) : failure))
                .thenAccept(WebSocketSubscription::checkCommitted);
    }

    private TdengineTimeoutException overdue(Outgoing request, Deadline deadline) {
        session.withdraw(request);
        return session.unanswered(request, deadline);
    }

    private static void checkCommitted(Answer answer) {
        ResponseHead head = answer.asText().head();
        if (head.code() != ALREADY_COMMITTED) {
            head.check(Call.TMQ);
        }
    }

    @Override
    public OptionalLong committed(Partition partition, Duration timeout) {
        return offset(call(offsets(OffsetKind.COMMITTED, partition), timeout));
    }

    @Override
    public OptionalLong position(Partition partition, Duration timeout) {
        return offset(call(offsets(OffsetKind.POSITION, partition), timeout));
    }

    static OffsetsRequest offsets(OffsetKind kind, Partition partition) {
        TopicVgroup vgroup = new TopicVgroup(partition.topic(), partition.vgroupId());
        return new OffsetsRequest(RequestIds.next(), kind, List.of(vgroup));
    }

    static OptionalLong offset(Answer answer) {
        Answer.Text text = answer.asText();
        text.head().check(Call.TMQ);
        List<Long> offsets = OffsetsResponse.read(text.json()).offsets();
        return offsets.isEmpty() || offsets.get(0) == OffsetsResponse.NONE
                ? OptionalLong.empty()
                : OptionalLong.of(offsets.get(0));
    }

    @Override
    public List<Assignment> assignment(String topic, Duration timeout) {
        Answer.Text answer = call(new AssignmentRequest(RequestIds.next(), topic), timeout);
        answer.head().check(Call.TMQ);
        return AssignmentResponse.read(answer.json()).assignment().stream()
                .map(vgroup -> new Assignment(vgroup.vgroupId(), vgroup.offset(), vgroup.begin(), vgroup.end()))
                .toList();
    }

    @Override
    public void seek(Partition partition, long offset, Duration timeout) {
        call(new SeekRequest(RequestIds.next(), partition.topic(), partition.vgroupId(), offset), timeout)
                .head()
                .check(Call.TMQ);
    }

    @Override
    public void unsubscribe(Duration timeout) {
        call(new UnsubscribeRequest(RequestIds.next()), timeout).head().check(Call.TMQ);
    }

    private Answer.Text call(TextRequest request, Duration timeout) {
        return session.call(Outgoing.of(request), Deadline.after(timeout)).asText();
    }

    @Override
    public void close() {
        session.close();
    }
}

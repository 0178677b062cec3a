// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Subscription.Fetched;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.protocol.tmq.FetchJsonMetaRequest;
import io.tdspring.protocol.tmq.FetchRawData;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.OffsetKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks for all that a message holds, and for the position behind it, at once; completed when all has arrived. */
final class MessageFetch extends CompletableFuture<Fetched> {

    private final WebSocketSession session;
    private final Message message;
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

    MessageFetch(WebSocketSession session, Message message) {
        this.session = session;
        this.message = message;
    }

    /** Sends the requests; to be called once, by the thread that made this. */
    void start() {
        Deadline deadline = Deadline.after(WebSocketSubscription.SENDING);
        CompletableFuture<FetchedRawData.@Nullable Data> rows = message.kind().hasRows()
                ? send(Outgoing.of(new FetchRawData(RequestIds.next(), message.id())), deadline)
                        .thenApply(MessageFetch::data)
                : CompletableFuture.completedFuture(null);
        CompletableFuture<Answer.@Nullable Text> changes = message.kind().hasChanges()
                ? send(Outgoing.of(new FetchJsonMetaRequest(RequestIds.next(), message.id())), deadline)
                        .thenApply(MessageFetch::checked)
                : CompletableFuture.completedFuture(null);
        CompletableFuture<Long> end = send(
                        Outgoing.of(WebSocketSubscription.offsets(OffsetKind.POSITION, message.partition())), deadline)
                .thenApply(this::end);
        CompletableFuture<Void> unused = rows.thenCombine(changes, FetchedParts::new)
                .thenCombine(end, FetchedParts::endingAt)
                .handle(this::settle);
    }

    private CompletableFuture<Answer> send(Outgoing request, Deadline deadline) {
        CompletableFuture<Answer> answer = session.sendNext(request, deadline);
        answers.add(answer);
        return answer;
    }

    private @Nullable Void settle(@Nullable Fetched fetched, @Nullable Throwable failure) {
        if (fetched != null) {
            complete(fetched);
        } else if (failure != null) {
            completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
        }
        return null;
    }

    private static FetchedRawData.Data data(Answer answer) {
        ByteBuffer frame = answer.asFrame(Call.TMQ);
        FetchedRawData read = FetchedRawData.read(frame);
        if (read instanceof FetchedRawData.Failed failed) {
            throw ErrorCodes.toException(Call.TMQ, failed.code(), failed.message(), failed.requestId());
        }
        return (FetchedRawData.Data) read;
    }

    private static Answer.Text checked(Answer answer) {
        Answer.Text text = answer.asText();
        text.head().check(Call.TMQ);
        return text;
    }

    private long end(Answer answer) {
        OptionalLong end = WebSocketSubscription.offset(answer);
        if (end.isEmpty()) {
            String text = "the server gives no position behind a message of " + message.partition();
            throw new TdengineTmqException(0, text, answer.asText().head().requestId(), null);
        }
        return end.getAsLong();
    }

    /** Has nobody wait for the answers, which have not come in time. */
    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        if (cancelled) {
            session.missed();
            answers.forEach(answer -> answer.cancel(false));
        }
        return cancelled;
    }
}

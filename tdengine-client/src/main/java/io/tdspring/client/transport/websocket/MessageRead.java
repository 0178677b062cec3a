// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Subscription.Content;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.client.transport.Subscription.TableRows;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.protocol.tmq.FetchJsonMetaRequest;
import io.tdspring.protocol.tmq.FetchJsonMetaResponse;
import io.tdspring.protocol.tmq.FetchRawData;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.OffsetKind;
import io.tdspring.protocol.tmq.TmqData;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Asks for all that a message holds, and for the position behind it, at once. Confined to one thread. */
final class MessageRead {

    private final WebSocketSession session;
    private final Message message;
    private final Deadline deadline;
    private final List<Outgoing> sent = new ArrayList<>();

    MessageRead(WebSocketSession session, Message message, Deadline deadline) {
        this.session = session;
        this.message = message;
        this.deadline = deadline;
    }

    Content content() {
        try {
            PendingCall<Answer> rows = message.kind().hasRows()
                    ? start(Outgoing.of(new FetchRawData(RequestIds.next(), message.id())))
                    : null;
            PendingCall<Answer> changes = message.kind().hasChanges()
                    ? start(Outgoing.of(new FetchJsonMetaRequest(RequestIds.next(), message.id())))
                    : null;
            PendingCall<Answer> position =
                    start(Outgoing.of(WebSocketSubscription.offsets(OffsetKind.POSITION, message.partition())));
            return new Content(rows(rows), changes(changes), end(position));
        } finally {
            sent.forEach(session::withdraw);
        }
    }

    private PendingCall<Answer> start(Outgoing request) {
        PendingCall<Answer> call = session.start(request, deadline);
        sent.add(request);
        return call;
    }

    private List<TableRows> rows(@Nullable PendingCall<Answer> call) {
        if (call == null) {
            return List.of();
        }
        ByteBuffer frame = session.await(call, deadline).asFrame(Call.TMQ);
        FetchedRawData answer = FetchedRawData.read(frame);
        if (answer instanceof FetchedRawData.Failed failed) {
            throw ErrorCodes.toException(Call.TMQ, failed.code(), failed.message(), failed.requestId());
        }
        FetchedRawData.Data data = (FetchedRawData.Data) answer;
        return TmqData.read(data.raw(), data.rawType()).stream()
                .map(block -> new TableRows(block.tableName(), block.block()))
                .toList();
    }

    private List<TableMeta> changes(@Nullable PendingCall<Answer> call) {
        if (call == null) {
            return List.of();
        }
        Answer.Text answer = session.await(call, deadline).asText();
        answer.head().check(Call.TMQ);
        return FetchJsonMetaResponse.read(answer.json()).metas();
    }

    private long end(PendingCall<Answer> call) {
        OptionalLong end = WebSocketSubscription.offset(session.await(call, deadline));
        if (end.isEmpty()) {
            String text = "the server gives no position behind a message of " + message.partition();
            throw new TdengineTmqException(0, text, call.request().requestId(), null);
        }
        return end.getAsLong();
    }
}

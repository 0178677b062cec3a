// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.data.Precision;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.DeliveredBlock;
import io.tdspring.protocol.tmq.FetchBlockRequest;
import io.tdspring.protocol.tmq.FetchBlockResponse;
import io.tdspring.protocol.tmq.FetchJsonMetaRequest;
import io.tdspring.protocol.tmq.FetchJsonMetaResponse;
import io.tdspring.protocol.tmq.FetchRawData;
import io.tdspring.protocol.tmq.FetchRawRequest;
import io.tdspring.protocol.tmq.FetchRawResponse;
import io.tdspring.protocol.tmq.FetchRequest;
import io.tdspring.protocol.tmq.FetchResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.MessageFailure;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The actions of {@code /rest/tmq} that read the message which the last poll delivered.
 *
 * <p>Confined to the consumer's thread. Failures tell the id of the message, so they are answered here.
 */
final class TmqMessages {

    private static final String FETCH_RAW_DATA = "fetch_raw_data";
    private static final String OTHER_MESSAGE = "message ID are not equal";
    private static final String OTHER_RAW_MESSAGE = "message ID is not equal";

    private final TmqMembership membership;

    TmqMessages(TmqMembership membership) {
        this.membership = membership;
    }

    /** Answers a request to read a message; does not answer any other. */
    void answer(RequestEnvelope request, Reply reply) {
        switch (request.action()) {
            case FETCH_RAW_DATA -> fetchRawData(FetchRawData.read(request), reply);
            case "fetch" -> {
                long id = FetchRequest.read(request).messageId();
                orFail(id, reply, () -> fetch(id, reply));
            }
            case "fetch_block" -> {
                long id = FetchBlockRequest.read(request).messageId();
                orFail(id, reply, () -> fetchBlock(id, reply));
            }
            case FetchJsonMetaRequest.ACTION -> {
                long id = FetchJsonMetaRequest.read(request).messageId();
                orFail(id, reply, () -> fetchJsonMeta(id, reply));
            }
            case FetchRawRequest.ACTION -> {
                long id = FetchRawRequest.read(request).messageId();
                orFail(id, reply, () -> fetchRaw(id, reply));
            }
            default -> {
                // A real server is silent, too.
            }
        }
    }

    private void fetchRawData(FetchRawData request, Reply reply) {
        long id = request.messageId();
        SqlException failure;
        try {
            HeldMessage message = membership.held(id, OTHER_RAW_MESSAGE);
            ByteBuffer raw = message.raw();
            reply.send(new FetchedRawData.Data(reply.requestId(), id, reply.timing(), message.rawType(), raw));
            return;
        } catch (RuntimeException e) {
            failure = Failures.of(e);
        }
        refuseRawData(id, reply, failure);
    }

    /** Answers a failure in the form that the request has for it. */
    static void refuse(RequestEnvelope request, Reply reply, SqlException failure) {
        if (request.action().equals(FETCH_RAW_DATA)) {
            refuseRawData(FetchRawData.read(request).messageId(), reply, failure);
        } else {
            reply.fail(failure);
        }
    }

    private static void refuseRawData(long id, Reply reply, SqlException failure) {
        String text = Objects.requireNonNullElse(failure.getMessage(), "");
        reply.send(new FetchedRawData.Failed(reply.requestId(), id, reply.timing(), failure.code() & 0xffff, text));
    }

    private void fetch(long id, Reply reply) {
        HeldMessage message = membership.held(id, OTHER_MESSAGE);
        if (message.type() == PollResponse.META) {
            throw Failures.adapter("message type is not data");
        }
        DeliveredBlock block = message.next(reply.requestId());
        if (block == null) {
            reply.send(new FetchResponse(reply.ok(), id, true, "", 0, List.of(), Precision.MILLISECOND));
            return;
        }
        String table = membership.withTableName() ? Objects.requireNonNullElse(block.tableName(), "") : "";
        reply.send(new FetchResponse(
                reply.ok(), id, false, table, block.rows().size(), block.columns(), block.precision()));
    }

    private void fetchBlock(long id, Reply reply) {
        HeldMessage message = membership.held(id, OTHER_MESSAGE);
        ByteBuffer block = message.block();
        if (block == null) {
            throw Failures.adapter("no fetch data");
        }
        // With the id of the fetch before it, as a real server answers.
        reply.send(new FetchBlockResponse(reply.timing(), message.fetchId(), id, block));
    }

    private void fetchJsonMeta(long id, Reply reply) {
        HeldMessage message = membership.held(id, OTHER_MESSAGE);
        if (message.type() == PollResponse.DATA) {
            throw Failures.adapter("message type can not get meta, type: " + PollResponse.DATA);
        }
        boolean batch = message.delivery().changes().batch();
        reply.send(new FetchJsonMetaResponse(reply.ok(), id, batch, message.changes()));
    }

    private void fetchRaw(long id, Reply reply) {
        HeldMessage message = membership.held(id, OTHER_MESSAGE);
        ByteBuffer raw = message.raw();
        reply.send(new FetchRawResponse(reply.timing(), reply.requestId(), id, message.rawType(), raw));
    }

    private static void orFail(long messageId, Reply reply, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            reply.send(new MessageFailure(reply.failed(Failures.of(e)), messageId));
        }
    }
}

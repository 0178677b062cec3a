// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.InFlight;
import io.tdspring.embedded.server.Outbox;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.WebSocketSession;
import io.tdspring.embedded.server.faults.InjectedFaults;
import io.tdspring.embedded.server.faults.WebSocketRequest;
import io.tdspring.embedded.server.faults.WebSocketRequest.Source;
import io.tdspring.protocol.tmq.PollRequest;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.TextResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to {@code /rest/tmq}: one consumer with one thread, on which all its requests run one after the other. So a
 * commit waits while a poll waits, as on a real server.
 *
 * <p>What cannot be read and what is unknown is not answered.
 */
public final class TmqSession implements WebSocketSession {

    /** What a request does on the consumer's thread. */
    private interface Task {
        void run() throws InterruptedException;
    }

    private static final String PATH = "/rest/tmq";

    private record Poll(PollRequest request, Reply reply) {}

    private final Outbox outbox;
    private final ThreadFactory threads;
    private final TmqMembership membership;
    private final TmqActions actions;
    private final InjectedFaults faults;
    private final InFlight inFlight;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

    // Confined to the event loop.
    private @Nullable Thread thread;

    // Guarded by this.
    private @Nullable Poll current;
    private @Nullable Poll queued;

    public TmqSession(
            Outbox outbox,
            ThreadFactory threads,
            TmqMembership membership,
            ServerSettings settings,
            InjectedFaults faults) {
        this.outbox = outbox;
        this.threads = threads;
        this.membership = membership;
        this.faults = faults;
        this.inFlight = new InFlight(outbox.line());
        this.actions = new TmqActions(settings, membership);
    }

    @Override
    public void text(String message) {
        RequestEnvelope request;
        PollRequest poll;
        try {
            request = RequestEnvelope.read(message);
            poll = PollRequest.ACTION.equals(request.action()) ? PollRequest.read(request) : null;
        } catch (InvalidRequestException e) {
            return;
        }
        Source source = new Source(PATH, request.action(), request.requestId(), outbox);
        faults.admit(new WebSocketRequest(
                source,
                () -> message,
                reply -> accept(request, poll, reply),
                (reply, failure) -> TmqMessages.refuse(request, reply, failure)));
    }

    private void accept(RequestEnvelope request, @Nullable PollRequest poll, Reply reply) {
        if (poll == null) {
            inFlight.begin();
            tasks.add(() -> {
                answer(request, reply);
                inFlight.end();
            });
        } else {
            accept(new Poll(poll, reply));
        }
        startThread();
    }

    @Override
    public void binary(ByteBuffer message) {
        // There are no binary requests, and a real server is silent.
    }

    private void startThread() {
        if (thread == null) {
            thread = threads.newThread(this::runTasks);
            thread.start();
        }
    }

    private void runTasks() {
        try {
            while (true) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            // The connection has ended.
            tasks.clear();
        } finally {
            membership.close();
        }
    }

    private void answer(RequestEnvelope request, Reply reply) throws InterruptedException {
        boolean wasReady = membership.isReady();
        try {
            actions.answer(request, reply);
        } catch (InvalidRequestException e) {
            return;
        } catch (RuntimeException | Error e) {
            reply.fail(Failures.of(e));
        }
        if (!wasReady && membership.isReady()) {
            scheduleCurrent();
        }
    }

    /** Keeps at most one poll waiting beside the one being served; a third takes the place of the waiting one. */
    private synchronized void accept(Poll poll) {
        if (current != null) {
            queued = poll;
            return;
        }
        current = poll;
        tasks.add(this::serve);
    }

    private synchronized void scheduleCurrent() {
        if (current != null) {
            tasks.add(this::serve);
        }
    }

    private void serve() throws InterruptedException {
        Poll poll = ready();
        if (poll == null) {
            return;
        }
        TextResponse answer = answer(poll);
        // Before the answer goes out: who has it may send the next poll at once, and that one is then not in excess.
        moveOn();
        poll.reply().send(answer);
    }

    private TextResponse answer(Poll poll) throws InterruptedException {
        try {
            return actions.poll(poll.request(), poll.reply());
        } catch (RuntimeException | Error e) {
            return new SimpleResponse(poll.reply().failed(Failures.of(e)));
        }
    }

    /** The poll to serve now; none before the first subscription, for which a poll waits. */
    private synchronized @Nullable Poll ready() {
        return membership.isReady() ? current : null;
    }

    private synchronized void moveOn() {
        current = queued;
        queued = null;
        scheduleCurrent();
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}

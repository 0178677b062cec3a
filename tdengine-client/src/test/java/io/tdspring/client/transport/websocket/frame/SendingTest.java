// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.websocket.TestedEngine;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.error.TdengineTimeoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for whom when the peer is slow. */
@ParameterizedClass
@EnumSource
class SendingTest {

    /** More than the buffers of two operating systems hold. */
    private static final int LONG_MESSAGE = 64 << 20;

    private final TestedEngine tested;
    private SocketTestBed bed;

    SendingTest(TestedEngine tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() throws InterruptedException {
        bed = new SocketTestBed(tested);
    }

    @AfterEach
    void close() throws IOException {
        bed.close();
    }

    /** Sends back the texts that come, on the thread that reads them. */
    private final class Echo implements Receiver {

        private final CompletableFuture<OpenSocket> socket = new CompletableFuture<>();

        @Override
        public void onText(String text) {
            socket.join().sendText(text, SocketTestBed.soon());
            bed.received.onText(text);
        }

        @Override
        public void onBinary(ByteBuffer message) {}

        @Override
        public void onEnd(String why, Throwable cause) {}
    }

    private RawPeer openEcho(CompletableFuture<OpenSocket> into) throws Exception {
        Echo echo = new Echo();
        OpenSocket socket = bed.engine.open("/ws", echo, SocketTestBed.soon());
        echo.socket.complete(socket);
        into.complete(socket);
        return bed.server.take();
    }

    private static CompletableFuture<Boolean> sendLong(OpenSocket socket, Duration timeout) {
        return CompletableFuture.supplyAsync(
                () -> socket.sendBinary(Deadline.after(timeout), ByteBuffer.allocate(LONG_MESSAGE)));
    }

    @Test
    void aPeerThatTakesNothingUntilTheDeadlineIsGivenUp() throws Exception {
        CompletableFuture<Boolean> sending = sendLong(bed.socket, Duration.ofMillis(300));

        assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
        Received.End end = bed.received.end();
        assertThat(end.why()).isEqualTo("the connection to " + bed.server.endpoint() + " broke");
        assertThat(end.cause()).hasMessage("it did not take a message until its deadline");
    }

    @Test
    void theReadingThreadWaitsNeitherForAnotherThreadNorForThePeer() throws Exception {
        CompletableFuture<OpenSocket> socket = new CompletableFuture<>();
        RawPeer peer = openEcho(socket);
        CompletableFuture<Boolean> sending = sendLong(socket.join(), SocketTestBed.LONG);
        int first = peer.socket().getInputStream().read();

        peer.writeHex("81 01 61 81 01 62");

        assertThat(bed.received.text()).isEqualTo("a");
        assertThat(bed.received.text()).isEqualTo("b");
        assertThat(sending).isNotDone();
        assertThat(first).isEqualTo(0x82);
        assertThat(peer.readFrameFromSecondByte().payload()).hasSize(LONG_MESSAGE);
        assertThat(peer.readFrame().text()).isEqualTo("a");
        assertThat(peer.readFrame().text()).isEqualTo("b");
        assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theReadingThreadLeavesItsMessageToAnotherWhileItIsUncertainWhetherThePeerHasRead() throws Exception {
        CompletableFuture<OpenSocket> socket = new CompletableFuture<>();
        RawPeer peer = openEcho(socket);
        socket.join().sendBinary(SocketTestBed.soon(), ByteBuffer.allocate(100_000));
        assertThat(peer.readFrame().payload()).hasSize(100_000);

        peer.writeHex("81 01 61");
        assertThat(peer.readFrame().text()).isEqualTo("a");
        RawPeer.Frame question = peer.readFrame();
        assertThat(question.opcode()).isEqualTo(9);
        peer.writeFrame(0x8a, question.payload());

        peer.writeHex("81 01 62 81 01 63");
        assertThat(peer.readFrame().text()).isEqualTo("b");
        assertThat(peer.readFrame().text()).isEqualTo("c");
    }

    @Test
    void aLongMessageWhoseTurnDoesNotComeIsNotSent() throws Exception {
        CompletableFuture<Boolean> sending = sendLong(bed.socket, SocketTestBed.LONG);
        int first = bed.peer.socket().getInputStream().read();

        assertThatExceptionOfType(TdengineTimeoutException.class)
                .isThrownBy(() ->
                        bed.socket.sendBinary(Deadline.after(Duration.ofMillis(20)), ByteBuffer.allocate(100_000)));
        assertThat(bed.socket.sendText("short", Deadline.after(Duration.ofMillis(20))))
                .isTrue();

        assertThat(first).isEqualTo(0x82);
        assertThat(bed.peer.readFrameFromSecondByte().payload()).hasSize(LONG_MESSAGE);
        assertThat(bed.peer.readFrame().text()).isEqualTo("short");
        assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingDoesNotWaitForAMessageThatGetsStuck() throws Exception {
        CompletableFuture<Boolean> sending = sendLong(bed.socket, SocketTestBed.LONG);
        assertThat(bed.peer.socket().getInputStream().read()).isEqualTo(0x82);

        bed.socket.close();

        assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bed.received.end().why())
                .isEqualTo("the connection to " + bed.server.endpoint() + " was closed by this client");
    }

    @Test
    void aReceiverMayCloseItsSocket() throws Exception {
        CompletableFuture<OpenSocket> socket = new CompletableFuture<>();
        Received ends = new Received();
        socket.complete(bed.engine.open(
                "/ws",
                new Receiver() {
                    @Override
                    public void onText(String text) {
                        socket.join().close();
                    }

                    @Override
                    public void onBinary(ByteBuffer message) {}

                    @Override
                    public void onEnd(String why, Throwable cause) {
                        ends.onEnd(why, cause);
                    }
                },
                SocketTestBed.soon()));
        RawPeer peer = bed.server.take();

        peer.writeHex("81 01 61");

        assertThat(peer.readFrame().closeCode()).isEqualTo(1000);
        assertThat(ends.end().why())
                .isEqualTo("the connection to " + bed.server.endpoint() + " was closed by this client");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.websocket.frame.Attempt;
import io.tdspring.client.transport.websocket.frame.Upgrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Dials, and speaks just enough HTTP/1.1 to leave it. Thread-safe as {@link Dial} is. */
final class DirectAttempt implements Attempt {

    private final Dial dial;
    private final Upgrade upgrade;

    DirectAttempt(Dial dial, Upgrade upgrade) {
        this.dial = dial;
        this.upgrade = upgrade;
    }

    @Override
    public Upgraded connect() throws IOException {
        SocketCarrier carrier = dial.dial();
        carrier.out().write(request().getBytes(StandardCharsets.US_ASCII));
        carrier.out().flush();
        HttpHead answer = HttpHead.read(carrier.in());
        return new Upgraded(carrier, upgrade.accept(answer.status(), answer::field));
    }

    private String request() {
        StringBuilder request = new StringBuilder("GET " + upgrade.path() + " HTTP/1.1\r\n");
        request.append("Host: ").append(upgrade.authority()).append("\r\n");
        upgrade.fields().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        return request.append("\r\n").toString();
    }

    @Override
    public void cancel() {
        dial.cancel();
    }

    @Override
    public ConnectProgress progress() {
        return dial.progress();
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.websocket.frame.Attempt;
import io.tdspring.client.transport.websocket.frame.Compression;
import io.tdspring.client.transport.websocket.frame.Upgrade;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Has OkHttp make an ordinary call whose answer is an upgraded connection. {@link #cancel()} and {@link #progress()} may be
 * called by any thread.
 */
final class OkHttpAttempt implements Attempt {

    private final Upgrade upgrade;
    private final ConnectProgress progress;
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
    private final Call call;

    /**
     * @param request without the fields of the upgrade
     * @param progress makes the sockets, and looks up names
     */
    OkHttpAttempt(OkHttpClient client, Request request, Upgrade upgrade, ConnectProgress progress) {
        this.upgrade = upgrade;
        this.progress = progress;
        Request.Builder upgrading = request.newBuilder();
        upgrade.fields().forEach(upgrading::header);
        this.call = client.newBuilder()
                .dns(progress::resolve)
                .socketFactory(progress)
                .eventListener(new EventListener() {
                    @Override
                    public void connectionAcquired(Call call, Connection acquired) {
                        connection.set(acquired);
                    }
                })
                .build()
                .newCall(upgrading.build());
    }

    @Override
    public Upgraded connect() throws IOException {
        Response response = call.execute();
        Socket socket = response.socket();
        Connection used = connection.get();
        if (socket == null || used == null) {
            throw notUpgraded(response);
        }
        OkHttpCarrier carrier = new OkHttpCarrier(socket, used);
        try {
            return new Upgraded(carrier, accept(response));
        } catch (IOException e) {
            carrier.cut();
            carrier.release();
            throw e;
        }
    }

    private Compression accept(Response response) throws IOException {
        return upgrade.accept(response.code(), name -> String.join(",", response.headers(name)));
    }

    private IOException notUpgraded(Response response) {
        // Otherwise closing would read the rest of the answer.
        call.cancel();
        try (response) {
            accept(response);
            return new ProtocolException("its Connection field lists more than Upgrade, which OkHttp does not take");
        } catch (IOException e) {
            return e;
        }
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public ConnectProgress progress() {
        return progress;
    }
}

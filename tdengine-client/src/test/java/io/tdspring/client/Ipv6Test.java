// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections to the loopback address of IPv6. */
class Ipv6Test {

    private static final String LOOPBACK = "::1";

    @BeforeAll
    static void needsIpv6() {
        assumeTrue(hasIpv6(), "this machine has no loopback address of IPv6");
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = listen()) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listen() throws IOException {
        byte[] address = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        return new ServerSocket(0, 1, InetAddress.getByAddress(address));
    }

    @ParameterizedTest
    @CsvSource({"ws, okhttp", "ws, direct", "rest, auto"})
    void connectsToAnAddressInBrackets(String scheme, String engine) {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().host(LOOPBACK).start()) {
            String endpoint = "[::1]:" + server.port();
            assertThat(server.endpoint()).isEqualTo(endpoint);

            try (TdengineClient client =
                    TdengineClient.connect("tdengine:" + scheme + "://" + endpoint + "?websocket.engine=" + engine)) {
                client.execute("create database d");
                client.execute("create table d.t (ts timestamp, v int)");
                client.execute("insert into d.t values (1700000000000, 7)");
                assertThat(rows(client, "select v from d.t")).containsExactly(row(7));
                assertThat(client.endpoint()).isEqualTo(endpoint);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ws, okhttp", "ws, direct", "rest, auto"})
    void saysWhichAddressRefused(String scheme, String engine) throws IOException {
        int port;
        try (ServerSocket taken = listen()) {
            port = taken.getLocalPort();
        }
        try (TdengineClient client =
                TdengineClient.connect("tdengine:" + scheme + "://[::1]:" + port + "?websocket.engine=" + engine)) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(client::ping)
                    .withMessageContaining("[::1]:" + port + " refused the connection");
        }
    }
}

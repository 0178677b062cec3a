// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,           localhost,   6041",
        "localhost:1,         localhost,   1",
        "db.example.com:65535, db.example.com, 65535",
        "10.0.0.1:6041,       10.0.0.1,    6041",
        "[::1]:7000,          ::1,         7000",
        "[fe80::1],           fe80::1,     6041",
        "fe80::1,             fe80::1,     6041",
        "[fe80::1%eth0]:1,    fe80::1%eth0, 1",
        "::ffff:10.0.0.1,     ::ffff:10.0.0.1, 6041",
        "db.example.com.:1,   db.example.com., 1",
        "m\u00fcnchen.example:1, m\u00fcnchen.example, 1",
        "my_db-1,             my_db-1,     6041",
        "' host:5 ',          host,        5"
    })
    void readsHostAndPort(String text, String host, int port) {
        assertThat(Endpoint.parse(text, 6041)).isEqualTo(new Endpoint(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":6041",
                "host:",
                "host:port",
                "host:0",
                "host:65536",
                "host:-1",
                "[::1",
                "[::1]6041",
                "http://host",
                "user@host:1",
                "a..b",
                ".b",
                "a%41",
                "a:b:c",
                "[1::2::3]:1",
                "[::1%]:1",
                "127.0.0.1:6041:6042",
                "a b",
                "host:1/db"
            })
    void refusesWhatIsNoEndpoint(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text, 6041));
    }

    @Test
    void writesAnIpv6AddressInBrackets() {
        assertThat(new Endpoint("::1", 6041)).hasToString("[::1]:6041");
        assertThat(new Endpoint("host", 1)).hasToString("host:1");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionTest {

    private static TdengineClientBuilder builder() {
        return TdengineClient.builder();
    }

    @Test
    void namesAreInKebabCaseAndUnique() {
        List<String> names = Arrays.stream(ClientOption.values())
                .map(ClientOption::optionName)
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+([.-][a-z]+)*"));
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAreValuesAndDescriptionsAreSentences(ClientOption option) {
        assertThat(option.description()).matches("[A-Z].*\\.");
        if (!option.defaultValue().isEmpty()) {
            assertThatCode(() -> builder().option(option.optionName(), option.defaultValue()))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "2m,PT2M", "1h,PT1H", "1d,PT24H", "7us,PT0.000007S", "9ns,PT0.000000009S"})
    void readsDurations(String text, Duration duration) {
        assertThat(OptionType.DURATION.parser().apply(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "10 s", "10S", "999999999999999999d"})
    void refusesWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("connect-timeout", text))
                .withMessageStartingWith("bad value \"" + text + "\" of option connect-timeout: it is ");
    }

    @Test
    void saysWhatAValueLooksLike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("connect-timeout", "10"))
                .withMessage("bad value \"10\" of option connect-timeout: "
                        + "it is a number with a unit, such as 500ms, 10s, 2m or 1h");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("compression", "yes"))
                .withMessage("bad value \"yes\" of option compression: it is true or false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("transport", "native"))
                .withMessage("bad value \"native\" of option transport: it is one of websocket, rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("endpoints", "a,,b"))
                .withMessage("bad value \"a,,b\" of option endpoints: \"\" is no host name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("proxy.port", "x"))
                .withMessage("bad value \"x\" of option proxy.port: it is a whole number");
    }

    @Test
    void namesTheNearestOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("ssl.truststore", "x"))
                .withMessage("unknown option \"ssl.truststore\"; did you mean \"ssl.trust-store\"?");
    }

    @Test
    void whatIsSetLaterWins() {
        try (TdengineClient client = builder()
                .url("tdengine:rest://first:1")
                .option("endpoints", "second:2")
                .transport(TransportType.WEBSOCKET)
                .build()) {
            assertThat(client.endpoint()).isEqualTo("second:2");
            assertThat(client.transportType()).isEqualTo(TransportType.WEBSOCKET);
        }
    }

    @Test
    void optionsOfTlsReachTheFilesTheyName(@TempDir Path directory) throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        for (String option : List.of("ssl.trust-store", "ssl.key-store")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder()
                            .url("tdengine:wss://h?" + option + "=" + empty)
                            .build())
                    .withMessageContaining(empty.toString());
        }
    }

    @Test
    void optionsOfTlsNeedTls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder().url("tdengine:ws://h?ssl.verify-host=false").build())
                .withMessage("there are options of TLS, which is off;"
                        + " turn it on by ssl.enabled=true, or by wss or rests in the URL");
    }

    @ParameterizedTest
    @CsvSource({
        "websocket.max-bytes-in-flight,the most bytes in flight",
        "websocket.look-ahead-bytes,the look-ahead in bytes"
    })
    void limitsOfFlowArePositive(String option, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option(option, "0").build())
                .withMessage(what + " must be positive, not 0");
        builder().option(option, "1").build().close();
    }

    @ParameterizedTest
    @CsvSource({"ws,1ns", "rest,1ns", "ws,99999999999999d", "rest,99999999999999d"})
    void takesTheShortestAndTheLongestIntervals(String scheme, String interval) {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client = builder()
                        .url("tdengine:" + scheme + "://" + server.endpoint() + "?websocket.ping-interval=" + interval)
                        .build()) {
            client.ping();
        }
    }

    @Test
    void takesTheLongestTimeouts() {
        String forever = "99999999999999d";
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client = builder()
                        .url("tdengine:ws://" + server.endpoint() + "?idle-timeout=" + forever + "&connect-timeout="
                                + forever + "&request-timeout=" + forever + "&websocket.ping-timeout=" + forever)
                        .build()) {
            client.ping();
        }
        assertThat(builder().option("idle-timeout", forever).poolLimits().idleTimeout())
                .isGreaterThan(Duration.ofDays(36_000))
                .isLessThan(Duration.ofNanos(Long.MAX_VALUE));
    }

    /** The IANA's database has none of them; the second one only Java 17 has. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "SystemV/PST8", "+08:00", "GMT+8", "PST", ""})
    void refusesTimeZonesThatTheServerDoesNotKnow(String zone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("time-zone", zone))
                .withMessageStartingWith("bad value \"" + zone + "\" of option time-zone: ");
    }

    @Test
    void thePasswordOfAProxyNeedsItsUser() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .option("proxy.host", "h")
                        .option("proxy.password", "s3cret")
                        .build())
                .withMessage("there is a proxy.password, but no proxy.username");
        builder()
                .option("proxy.host", "h")
                .option("proxy.password", "")
                .option("proxy.username", "")
                .build()
                .close();
    }

    @Test
    void optionsOfAProxyNeedItsHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().option("proxy.username", "me").build())
                .withMessage("there are options of a proxy, but no proxy.host");
        try (TdengineClient client = builder()
                .url("tdengine:rest://db.invalid?proxy.host=127.0.0.1&proxy.port=1")
                .build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(client::ping)
                    .withMessageStartingWith("proxy 127.0.0.1:1 refused the connection");
        }
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineOperationalException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineProtocolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers that are errors, broken off, or none at all. */
class RestAnswerRefusalTest {

    private static final long SEED = 20_261_122;
    private static final int MUTATIONS = 3000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-11-14",
                "2023-11-14 22:13:20.000Z",
                "2023-11-14T22:13:20Z",
                "2023-11-14T22:13:20.00Z",
                "2023-11-14T22:13:20.000",
                "2023-11-14T22:13:20.000Zx",
                "2023-11-14T22:13:20.000+0800",
                "2023-13-14T22:13:20.000Z",
                "2023-11-14T22-13-20.000Z",
                "9999-11-14T22:13:20.000000000Z"
            })
    void refusesWhatIsNoTimestamp(String text) {
        assertThatThrownBy(
                        () -> RestRecording.open(RestRecording.meta("TIMESTAMP") + "[\"" + text + "\"]],\"rows\":1}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer has a TIMESTAMP that is not like 2023-11-14T22:13:20.000Z");
    }

    @Test
    void refusesTimestampsOfTwoPrecisions() {
        String rows = "[\"2023-11-14T22:13:20.000Z\"],[\"2023-11-14T22:13:20.000000Z\"]";

        assertThatThrownBy(() -> RestRecording.open(RestRecording.meta("TIMESTAMP") + rows + "],\"rows\":2}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer has timestamps of ms and of us");
    }

    @Test
    void refusesTheEmptyAnswerThatFollowsANanOrAnInfinity() {
        assertThatThrownBy(() -> RestRecording.of("special-floats").open())
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("REST answer is empty, as it is when the first rows hold a NaN or an infinity");
    }

    @Test
    void refusesEveryAnswerThatBreaksOff() {
        String body = RestRecording.of("select-all-types").body();

        for (int length = 1; length < body.length(); length += length < 1100 ? 1 : 7) {
            String prefix = body.substring(0, length);
            assertThatThrownBy(() -> RestRecording.rowsOf(RestRecording.open(prefix)))
                    .as("%d characters", length)
                    .isInstanceOf(TdengineProtocolException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "error-syntax, 0x2600, 'syntax error near \"selec 1\"'",
        "error-blank-sql, 0x1107, 'no sql input'",
        "error-auth-missing, 0x1105, 'no auth info input'",
        "tz-unknown, 0xffff, 'unknown time zone xx'"
    })
    void throwsTheServersError(String name, String code, String message) {
        assertThatThrownBy(() -> RestRecording.of(name).open()).isInstanceOfSatisfying(TdengineException.class, e -> {
            assertThat(e.code()).isEqualTo(Integer.decode(code));
            assertThat(e.requestId()).isEqualTo(42);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @Test
    void errorsAreOfTheKindThatTheirCodeSays() {
        assertThatThrownBy(() -> RestRecording.of("error-syntax").open())
                .isInstanceOf(TdengineProgrammingException.class);
        assertThatThrownBy(() -> RestRecording.of("error-auth").open()).isInstanceOf(TdengineConnectionException.class);
    }

    @Test
    void aBodyThatIsAStringIsAnError() {
        assertThatThrownBy(() -> RestRecording.open("\"memory exceeds threshold\""))
                .isInstanceOf(TdengineOperationalException.class)
                .hasMessage("[0xFFFF] memory exceeds threshold (request id 42)");
    }

    @ParameterizedTest
    @CsvSource({
        "error-not-found, 'REST answer is no JSON object'",
        "login-token, 'REST answer has no rows'",
        "vgid, 'REST answer has no rows'",
        "influx-bad-ttl, 'REST answer has a code that is no integer'"
    })
    void refusesAnswersToOtherRequests(String name, String message) {
        assertThatThrownBy(() -> RestRecording.of(name).open())
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"1\"]],\"rows\":1}",
                "[1.5]],\"rows\":1}",
                "[true]],\"rows\":1}",
                "[[1]],\"rows\":1}",
                "[2147483648]],\"rows\":1}",
                "[99999999999999999999]],\"rows\":1}",
                "[]],\"rows\":1}",
                "[1,2]],\"rows\":1}",
                "{}],\"rows\":1}",
                "{\"v\":1,\"w\":2}],\"rows\":1}",
                "1],\"rows\":1}",
                "[1]],\"rows\":2}",
                "[1]],\"rows\":\"x\"}",
                "[1]],\"rows\":1}}",
                "[NaN]],\"rows\":1}",
                "[01]],\"rows\":1}"
            })
    void refusesARowThatCannotBe(String tail) {
        assertThatThrownBy(() -> RestRecording.rowsOf(RestRecording.open(RestRecording.INT_HEAD + tail)))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageStartingWith("REST answer ");
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, 1",
        "BIGINT UNSIGNED, -1",
        "BIGINT UNSIGNED, 18446744073709551616",
        "FLOAT, \"1\"",
        "VARCHAR, 1",
        "NCHAR, {}",
        "VARBINARY, \"0\"",
        "VARBINARY, \"zz\"",
        "'DECIMAL(10,2)', 1.5",
        "'DECIMAL(10,2)', \"x\"",
        "'DECIMAL(10,2)', \"1.005\"",
        "'DECIMAL(10,2)', \"1E+999999999\"",
        "TIMESTAMP, 1700000000000"
    })
    void refusesACellOfAnotherKind(String type, String json) {
        assertThatThrownBy(() -> RestRecording.open(RestRecording.meta(type) + "[" + json + "]],\"rows\":1}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessageContaining("column c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"c\",\"COMPLEX\",8]]",
                "[[\"c\",\"NULL\",8]]",
                "[[\"c\",\"DECIMAL(39,2)\",8]]",
                "[[\"c\",\"DECIMAL(0,0)\",8]]",
                "[[\"c\",\"DECIMAL(10,11)\",8]]",
                "[[\"c\",\"INT\"]]",
                "[[\"c\",\"INT\",4,4]]",
                "[[\"c\",\"INT\",\"4\"]]",
                "[[1,\"INT\",4]]",
                "[1]",
                "[]",
                "{}",
                "null"
            })
    void refusesColumnsThatCannotBe(String columns) {
        String body = "{\"code\":0,\"column_meta\":" + columns + ",\"data\":[],\"rows\":0}";

        assertThatThrownBy(() -> RestRecording.open(body)).isInstanceOf(TdengineProtocolException.class);
    }

    @Test
    void showsNothingOfTheDocumentInItsErrors() {
        assertThatThrownBy(() -> RestRecording.open(RestRecording.meta("VARCHAR") + "[\"secret\" \"secret\"]]}"))
                .isInstanceOf(TdengineProtocolException.class)
                .hasNoCause()
                .hasMessage("REST answer is no JSON");
        assertThatThrownBy(() -> RestRecording.open(RestRecording.INT_HEAD + "[\"secret\"]]}"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
    }

    @Test
    void letsTheStreamsFailurePass() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> RestAnswerReader.open(broken, 0))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select-all-types", "json-tag", "decimals", "row-with-meta"})
    void answersAnyTextWithValuesOrItsOwnExceptions(String name) throws IOException {
        byte[] body = RestRecording.of(name).body().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = body.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                String instead = "{}[]\",:-+.019eZT\\u \0\u00ff";
                mutated[random.nextInt(body.length)] = (byte) instead.charAt(random.nextInt(instead.length()));
            }
            try {
                RestRecording.rowsOf(RestAnswerReader.open(new ByteArrayInputStream(mutated), 0));
            } catch (TdengineException e) {
                refused++;
            }
        }

        assertThat(refused).isBetween(1, MUTATIONS - 1);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {

    /** Codes as a server was seen to send them, and what a caller can do about each. */
    @ParameterizedTest
    @CsvSource({
        "QUERY, 0x2600, TdengineProgrammingException",
        "QUERY, 0x2662, TdengineProgrammingException",
        "QUERY, 0x2802, TdengineProgrammingException",
        "QUERY, 0x0216, TdengineProgrammingException",
        "QUERY, 0x0357, TdengineConnectionException",
        "QUERY, 0x000B, TdengineConnectionException",
        "QUERY, 0x0019, TdengineTimeoutException",
        "QUERY, 0x0130, TdengineOperationalException",
        "QUERY, 0x0200, TdengineDatabaseException",
        "QUERY, 0xFFFF, TdengineDatabaseException",
        "CONNECT, 0x0388, TdengineProgrammingException",
        "CONNECT, 0x1234, TdengineConnectionException",
        "STATEMENT, 0x1234, TdengineStatementException",
        "QUERY, 0x022A, TdengineStatementException",
        "TMQ, 0x0357, TdengineTmqException",
        "QUERY, 0x4001, TdengineTmqException",
        "SCHEMALESS, 0x2600, TdengineSchemalessException"
    })
    void choosesTheExceptionByTheCallAndThenTheCode(Call call, String code, String type) {
        TdengineException e = ErrorCodes.toException(call, 0x8000_0000 | Integer.decode(code), "text", 7);

        assertThat(e.getClass().getSimpleName()).isEqualTo(type);
        assertThat(e.code()).isEqualTo(Integer.decode(code));
        assertThat(e.rawCode()).isEqualTo(0x8000_0000 | Integer.decode(code));
        assertThat(e.requestId()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80ff_0019, 0x81ff_0019, 0x00ff_0130})
    void anErrnoOfTheServersMachineIsNoCodeOfTdengines(int rawCode) {
        TdengineException e = ErrorCodes.toException(Call.QUERY, rawCode, "text", 7);

        assertThat(e).isExactlyInstanceOf(TdengineOperationalException.class);
        assertThat(e.isTransient()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0130, true",
        "0x000B, true",
        "0x0019, true",
        "0x2662, true",
        "0x2600, false",
        "0x0357, false",
        "0x0200, false",
        "0xFFFF, false"
    })
    void tellsWhatPassesByItself(String code, boolean isTransient) {
        TdengineException e = ErrorCodes.toException(Call.QUERY, Integer.decode(code), "text", 0);

        assertThat(e.isTransient()).isEqualTo(isTransient);
        assertThat(ErrorCodes.isRetryable(Integer.decode(code))).isEqualTo(isTransient);
    }

    @Test
    void aMessageHasTheCodeAsTdenginePrintsItAndTheRequest() {
        assertThat(ErrorCodes.toException(Call.QUERY, 0x80002600, "syntax error near \"selec\"", 42))
                .hasMessage("[0x2600] syntax error near \"selec\" (request id 42)");
        assertThat(ErrorCodes.toException(Call.QUERY, 0x0b, "no answer", -1))
                .hasMessage("[0x000B] no answer (request id 18446744073709551615)");
    }

    @Test
    void aFailureOnThisSideHasNoCode() {
        TdengineException e = new TdengineException("plain", null);

        assertThat(e).hasMessage("plain");
        assertThat(e.code()).isZero();
        assertThat(e.requestId()).isZero();
        assertThat(e.isTransient()).isFalse();
    }

    @Test
    void aBrokenConnectionAndATimeoutOnThisSidePass() {
        assertThat(new TdengineConnectionException("reset", null).isTransient()).isTrue();
        assertThat(new TdengineConnectionException(0x0357, "wrong password", 1, null).isTransient())
                .isFalse();
        assertThat(new TdengineTimeoutException("60 s", null).isTransient()).isTrue();
    }
}

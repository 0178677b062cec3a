// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import java.util.Set;

/**
 * The one table from TDengine's codes to exceptions; the kind of call decides first, then the code.
 *
 * <p>The numbers are those of TDengine's manual ("Error Codes") as far as servers were seen to send them.
 */
public final class ErrorCodes {

    /** Made by taosAdapter itself; only the text tells what it is. */
    public static final int ADAPTER = 0xffff;

    /** Wrong password. */
    public static final int AUTHENTICATION_FAILURE = 0x0357;

    private static final Set<Integer> CONNECTION =
            Set.of(0x000b, 0x0015, 0x0018, 0x0020, 0x0021, 0x0023, 0x0357, 0x0351);
    private static final Set<Integer> TIMEOUT = Set.of(0x0019, 0x012c);
    private static final Set<Integer> STATEMENT = Set.of(0x022a, 0x022b, 0x0230, 0x0236);
    private static final Set<Integer> PROGRAMMING = Set.of(0x0216, 0x0388, 0x0362, 0x0618, 0x061a, 0x0217, 0x0380);
    /** The rows of TDengine's code list that pass by themselves. */
    private static final Set<Integer> RETRYABLE = Set.of(
            0x000b, 0x0018, 0x0019, 0x0020, 0x0021, 0x0022, 0x0023, 0x0024, 0x0026, 0x0125, 0x0126, 0x012c, 0x0130,
            0x0131, 0x0386, 0x0396, 0x03d3, 0x03ea, 0x03ef, 0x0503, 0x0529, 0x0531, 0x0611, 0x061b, 0x0707, 0x0739,
            0x073a, 0x0903, 0x090c, 0x0911, 0x0914, 0x0916, 0x0917, 0x2662, 0xfffe);

    private ErrorCodes() {}

    /**
     * The exception for a code that the server sent.
     *
     * @param rawCode the code as it came, not 0
     * @param message the server's text
     * @param requestId the request's id, or 0
     */
    public static TdengineException toException(Call call, int rawCode, String message, long requestId) {
        int code = rawCode & 0xffff;
        if (call == Call.SCHEMALESS) {
            return new TdengineSchemalessException(rawCode, message, requestId, null);
        }
        if (isSystemError(rawCode)) {
            return new TdengineOperationalException(rawCode, message, requestId, null);
        }
        if (call == Call.TMQ || (code & 0xff00) == 0x4000) {
            return new TdengineTmqException(rawCode, message, requestId, null);
        }
        if (call == Call.STATEMENT || STATEMENT.contains(code)) {
            return new TdengineStatementException(rawCode, message, requestId, null);
        }
        if (PROGRAMMING.contains(code) || (code & 0xff00) == 0x2600 || (code & 0xff00) == 0x2800) {
            return new TdengineProgrammingException(rawCode, message, requestId, null);
        }
        if (call == Call.CONNECT || CONNECTION.contains(code)) {
            return new TdengineConnectionException(rawCode, message, requestId, null);
        }
        if (TIMEOUT.contains(code)) {
            return new TdengineTimeoutException(rawCode, message, requestId, null);
        }
        if (isRetryable(rawCode)) {
            return new TdengineOperationalException(rawCode, message, requestId, null);
        }
        return new TdengineDatabaseException(rawCode, message, requestId, null);
    }

    /** Whether the same request may succeed a little later, by the code alone; false for system errors. */
    public static boolean isRetryable(int rawCode) {
        return !isSystemError(rawCode) && RETRYABLE.contains(rawCode & 0xffff);
    }

    /** Codes of the modules 0xFF and 0x1FF carry an errno of the server's machine. */
    private static boolean isSystemError(int rawCode) {
        int module = (rawCode >>> 16) & 0x7fff;
        return module == 0xff || module == 0x1ff;
    }
}

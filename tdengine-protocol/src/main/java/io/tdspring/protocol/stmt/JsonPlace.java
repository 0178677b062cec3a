// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.ws.InvalidRequestException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON text in which a mistake is shown.
 *
 * @param kind what the text has: tag or column
 */
record JsonPlace(String kind, String json) {

    private static final int NEAR = 10;
    private static final int FAR = 50;

    /** The real server's answer: the mistake, and the bytes on both sides of where it was noticed. */
    InvalidRequestException invalid(String mistake, int characters) {
        int end = Math.min(characters, json.length());
        int at = json.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        String answer = "stmt parse " + kind + " json:" + mistake + ", error found in #" + Math.min(at, NEAR)
                + " byte of ...|" + around(at, NEAR) + "|..., bigger context ...|" + around(at, FAR) + "|...";
        return new InvalidRequestException(answer, "", 0, null);
    }

    private String around(int at, int distance) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int start = Math.max(0, at - distance);
        return new String(bytes, start, Math.min(bytes.length, at + distance) - start, StandardCharsets.UTF_8);
    }
}

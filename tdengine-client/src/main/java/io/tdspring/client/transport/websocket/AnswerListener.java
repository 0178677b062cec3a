// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.error.TdengineException;

/** Is told once how one request ended, or never if the request is withdrawn before. Its methods do not wait. */
interface AnswerListener {

    /** The answer has come; called by the thread that reads the socket. */
    void onAnswer(Answer answer);

    /** No answer will come; called by any thread. */
    void onFailure(TdengineException failure);
}

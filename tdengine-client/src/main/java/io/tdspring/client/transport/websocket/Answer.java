// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.error.Call;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.ws.ResponseHead;
import java.nio.ByteBuffer;

/** A message of the server that belongs to a request. Immutable. */
sealed interface Answer {

    /**
     * An answer in JSON.
     *
     * @param body what {@code json} says
     */
    record Text(String json, JsonObject body, ResponseHead head) implements Answer {

        /**
         * Reads the text.
         *
         * @throws TdengineProtocolException if it is no answer
         */
        static Text read(String json) {
            JsonObject body = JsonObject.read("answer", json);
            return new Text(json, body, ResponseHead.of(body));
        }
    }

    /** An answer in bytes, a view of the frame. */
    record Binary(ByteBuffer frame) implements Answer {}

    /** This as JSON. */
    default Text asText() {
        if (this instanceof Text text) {
            return text;
        }
        throw new TdengineProtocolException("the server answered in bytes where JSON was due");
    }

    /**
     * This as bytes.
     *
     * @throws TdengineException the server's failure, which it may answer in JSON
     */
    default ByteBuffer asFrame(Call call) {
        if (this instanceof Binary binary) {
            return binary.frame();
        }
        asText().head().check(call);
        throw new TdengineProtocolException("the server answered in JSON where bytes were due");
    }
}

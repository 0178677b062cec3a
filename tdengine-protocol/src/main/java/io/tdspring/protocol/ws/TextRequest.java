// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/** A request in JSON: {@code {"action":…,"args":{"req_id":…,…}}}. */
public interface TextRequest {

    /** The caller's id, unsigned, which the answer repeats; with 0 answers cannot be told apart. */
    long requestId();

    String action();

    /** Writes the arguments that follow {@code req_id}. */
    void writeArguments(JsonWriter out);

    /** The whole message. */
    default String toJson() {
        return JsonWriter.write(out -> out.text("action", action()).object("args", args -> {
            args.unsigned("req_id", requestId());
            writeArguments(args);
        }));
    }
}

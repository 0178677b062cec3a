// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/** An answer in JSON: the five fields of {@link ResponseHead}, then those of the action. */
public interface TextResponse {

    ResponseHead head();

    /** Writes the fields behind the head; called for a success only. */
    void writeFields(JsonWriter out);

    /** Writes what follows the head of a failure: for most actions nothing. */
    default void writeFailureFields(JsonWriter out) {}

    /** The whole message. */
    default String toJson() {
        return JsonWriter.write(out -> {
            head().writeTo(out);
            if (head().isSuccess()) {
                writeFields(out);
            } else {
                writeFailureFields(out);
            }
        });
    }
}

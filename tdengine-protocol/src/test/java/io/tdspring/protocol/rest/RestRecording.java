// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.protocol.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** One HTTP exchange with taosAdapter 3.3.7.5. */
record RestRecording(String name, String body) {

    static RestRecording of(String name) {
        JsonNode response = Recording.json("/golden/rest/" + name + ".json").get("response");
        return new RestRecording(name, response.get("body").stringValue());
    }

    RestAnswerReader open() {
        return open(body);
    }

    static RestAnswerReader open(String body) {
        try {
            return RestAnswerReader.open(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 42);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

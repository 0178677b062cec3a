// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import io.tdspring.data.Block;
import io.tdspring.golden.GoldenCells;
import io.tdspring.protocol.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One HTTP exchange with taosAdapter 3.3.7.5. */
record RestRecording(String name, String body) {

    /** The beginning of an answer with one column of integers, up to its rows. */
    static final String INT_HEAD = "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[";

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

    /** All rows that an answer has; closes it. */
    static List<List<Object>> rowsOf(RestAnswerReader reader) throws IOException {
        try (reader) {
            List<List<Object>> rows = new ArrayList<>();
            for (Block block = reader.nextBlock(); block != null; block = reader.nextBlock()) {
                rows.addAll(GoldenCells.rows(block));
            }
            return rows;
        }
    }

    /** The beginning of an answer with one column of this type, up to its rows. */
    static String meta(String type) {
        return "{\"code\":0,\"column_meta\":[[\"c\",\"" + type + "\",8]],\"data\":[";
    }

    @Override
    public String toString() {
        return name;
    }
}

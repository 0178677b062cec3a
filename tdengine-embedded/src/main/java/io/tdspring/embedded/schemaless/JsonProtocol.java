// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** OpenTSDB's JSON: one object with metric, timestamp, value and tags, or an array of such. */
final class JsonProtocol implements Format {

    /** The points in their array, their tags and the objects that tell a value's type. */
    private static final int DEPTH = 4;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    @Override
    public List<Point> parse(String data, Precision precision, Instant now) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), data)) {
            List<Point> points = points(in, precision);
            if (in.nextToken() != null) {
                throw malformed();
            }
            return points;
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    static SqlException malformed() {
        return new SqlException(0x0221, "Invalid JSON format");
    }

    private static List<Point> points(JsonParser in, Precision precision) {
        JsonToken first = in.nextToken();
        if (first == JsonToken.START_OBJECT) {
            return List.of(JsonPoint.read(in, precision));
        }
        if (first != JsonToken.START_ARRAY) {
            throw malformed();
        }
        List<Point> points = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            points.add(JsonPoint.read(in, precision));
        }
        if (in.currentToken() != JsonToken.END_ARRAY) {
            throw malformed();
        }
        if (points.isEmpty()) {
            throw new SqlException(0x070f, "invalid input");
        }
        return points;
    }
}

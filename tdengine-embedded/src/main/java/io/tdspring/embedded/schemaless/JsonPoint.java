// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of one point in JSON as they are found. Confined to one thread. */
final class JsonPoint {

    private final JsonParser in;
    private final Precision precision;
    private @Nullable String metric;
    private @Nullable Long timestamp;
    private @Nullable Value value;
    private @Nullable List<Entry> tags;

    private JsonPoint(JsonParser in, Precision precision) {
        this.in = in;
        this.precision = precision;
    }

    /** Reads the object that has just begun. */
    static Point read(JsonParser in, Precision precision) {
        JsonPoint point = new JsonPoint(in, precision);
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            point.member(name);
        }
        return point.finish();
    }

    private void member(String name) {
        switch (name) {
            case "metric" -> metric = once(metric, metric());
            case "timestamp" -> timestamp = once(timestamp, JsonScalar.read(in).timestamp(precision));
            case "value" -> value = once(value, JsonScalar.read(in).value());
            case "tags" -> tags = once(tags, tags());
            default -> throw JsonProtocol.malformed();
        }
    }

    private static <T> T once(@Nullable T before, T found) {
        if (before != null) {
            throw JsonProtocol.malformed();
        }
        return found;
    }

    private String metric() {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw JsonProtocol.malformed();
        }
        String name = in.getString();
        if (!Point.isMeasurement(name)) {
            throw new SqlException(0x020a, "SML JSON measure is empty or too large than 192");
        }
        return name;
    }

    private List<Entry> tags() {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw JsonProtocol.malformed();
        }
        List<Entry> found = new ArrayList<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            if (!Point.isName(name)) {
                throw new SqlException(0x021f, "SML JSON invalid key or key is too long than 64");
            }
            in.nextToken();
            JsonScalar tag = JsonScalar.read(in);
            found.add(new Entry(name, tag.value(), tag.text(), null));
        }
        return found;
    }

    private Point finish() {
        List<Entry> foundTags = tags;
        if (metric == null || timestamp == null || value == null || foundTags == null || foundTags.isEmpty()) {
            throw JsonProtocol.malformed();
        }
        return new Point(
                metric, foundTags, List.of(new Entry(SchemalessWriter.VALUE_COLUMN, value, "", null)), timestamp);
    }
}

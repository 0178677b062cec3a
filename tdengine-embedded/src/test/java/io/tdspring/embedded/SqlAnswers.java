// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers over REST as the README of {@code golden/sql} says: codes and columns exactly, rows in order or as a
 * bag, fractions within a relative 1e-9.
 */
final class SqlAnswers {

    private static final double RELATIVE = 1e-9;
    private static final double NEXT_TO_ZERO = 1e-12;

    private SqlAnswers() {}

    /** In what an answer differs from the recorded one, if it does. */
    static Optional<String> difference(SqlRecording.Statement recorded, JsonNode answer) {
        JsonNode expected = recorded.answer();
        if (answer.get("code").asInt() != recorded.code()) {
            return Optional.of("answered " + text(answer) + ", not " + text(expected));
        }
        if (recorded.code() != 0) {
            return expected.get("desc").equals(answer.get("desc"))
                    ? Optional.empty()
                    : Optional.of("answered " + text(answer) + ", not " + text(expected));
        }
        if (recorded.compare().equals(SqlRecording.SUCCESS)) {
            return Optional.empty();
        }
        if (!expected.get("column_meta").equals(answer.get("column_meta"))) {
            return Optional.of("has the columns " + answer.get("column_meta") + ", not " + expected.get("column_meta"));
        }
        return hasSameRows(recorded.compare(), rows(expected), rows(answer))
                ? Optional.empty()
                : Optional.of("has the rows " + answer.get("data") + ", not " + expected.get("data"));
    }

    private static String text(JsonNode answer) {
        int code = answer.get("code").asInt();
        return code == 0 ? "rows " + answer.get("data") : String.format("0x%04X %s", code, answer.get("desc"));
    }

    private static List<JsonNode> rows(JsonNode answer) {
        return StreamSupport.stream(answer.get("data").spliterator(), false).toList();
    }

    private static boolean hasSameRows(String compare, List<JsonNode> expected, List<JsonNode> rows) {
        if (expected.size() != rows.size() || compare.equals("shape")) {
            return expected.size() == rows.size();
        }
        List<JsonNode> left = new ArrayList<>(rows);
        for (JsonNode row : expected) {
            int at = compare.equals("ordered") ? (same(row, left.get(0)) ? 0 : -1) : indexOf(row, left);
            if (at < 0) {
                return false;
            }
            left.remove(at);
        }
        return true;
    }

    private static int indexOf(JsonNode row, List<JsonNode> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (same(row, rows.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected, actual);
        }
        if (!expected.isArray() || !actual.isArray() || expected.size() != actual.size()) {
            return expected.equals(actual);
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
            return expected.bigIntegerValue().equals(actual.bigIntegerValue());
        }
        double difference = Math.abs(expected.asDouble() - actual.asDouble());
        double larger = Math.max(Math.abs(expected.asDouble()), Math.abs(actual.asDouble()));
        return difference <= RELATIVE * larger || difference <= NEXT_TO_ZERO;
    }
}

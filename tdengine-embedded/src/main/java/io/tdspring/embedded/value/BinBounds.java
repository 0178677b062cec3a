// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads where the bins of a histogram begin and end. Thread-safe. */
public final class BinBounds {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int INVALID_FORMAT = 0x2800;
    private static final int MOST_BINS = 1000;

    private BinBounds() {}

    /**
     * The bounds, ascending, infinity at the ends if it is asked for.
     *
     * @param kind {@code user_input}, {@code linear_bin} or {@code log_bin}
     * @throws SqlException 0x2800 if the text is no list of ascending numbers, 0x0100 for what a real server was not seen
     *     to take or refuse
     */
    public static double[] read(String kind, String text) {
        double[] bounds = switch (kind) {
            case "user_input" -> list(text);
            case "linear_bin" -> linear(members(text, "width"));
            case "log_bin" -> logarithmic(members(text, "factor"));
            default -> throw SqlException.notSupported("a histogram of " + kind);
        };
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw kind.equals("user_input") ? invalid() : unknown();
            }
        }
        return bounds;
    }

    private static double[] list(String text) {
        List<Double> bounds = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            require(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken().isNumeric() && bounds.size() <= MOST_BINS);
                bounds.add(parser.getDoubleValue());
            }
            require(parser.nextToken() == null && bounds.size() > 1);
        } catch (JacksonException e) {
            throw invalid();
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The numbers of start, step and count; infinity is 0 or 1. */
    private static Map<String, Double> members(String text, String step) {
        Map<String, Double> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            requireKnown(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                requireKnown(name.equals("infinity") ? value.isBoolean() : value.isNumeric());
                members.put(name, value.isBoolean() ? (parser.getBooleanValue() ? 1.0 : 0.0) : parser.getDoubleValue());
            }
            requireKnown(parser.nextToken() == null);
        } catch (JacksonException e) {
            throw unknown();
        }
        requireKnown(members.keySet().equals(Set.of("start", step, "count", "infinity")));
        double count = members.getOrDefault("count", 0.0);
        requireKnown(count >= 1 && count <= MOST_BINS && count == Math.rint(count));
        return members;
    }

    private static double[] linear(Map<String, Double> members) {
        double[] bounds = empty(members);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = members.getOrDefault("start", 0.0) + i * members.getOrDefault("width", 0.0);
        }
        return ends(members, bounds);
    }

    private static double[] logarithmic(Map<String, Double> members) {
        double[] bounds = empty(members);
        double bound = members.getOrDefault("start", 0.0);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = bound;
            bound *= members.getOrDefault("factor", 0.0);
        }
        return ends(members, bounds);
    }

    private static double[] empty(Map<String, Double> members) {
        return new double[members.getOrDefault("count", 0.0).intValue() + 1];
    }

    private static double[] ends(Map<String, Double> members, double[] bounds) {
        if (members.getOrDefault("infinity", 0.0) == 0) {
            return bounds;
        }
        double[] all = new double[bounds.length + 2];
        System.arraycopy(bounds, 0, all, 1, bounds.length);
        all[0] = Double.NEGATIVE_INFINITY;
        all[all.length - 1] = Double.POSITIVE_INFINITY;
        return all;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw invalid();
        }
    }

    private static void requireKnown(boolean condition) {
        if (!condition) {
            throw unknown();
        }
    }

    private static SqlException unknown() {
        return SqlException.notSupported("a histogram of such bins");
    }

    private static SqlException invalid() {
        return new SqlException(INVALID_FORMAT, "HISTOGRAM function invalid format for binDesc parameter");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer to one query: its columns as the server described them, and its raw blocks. */
public record GoldenResult(List<Column> columns, Precision precision, List<ByteBuffer> blocks) {

    static GoldenResult of(JsonNode answer) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < answer.get("fields_types").size(); i++) {
            columns.add(new Column(
                    answer.get("fields_names").get(i).stringValue(),
                    DataType.of(answer.get("fields_types").get(i).intValue()),
                    answer.get("fields_lengths").get(i).intValue(),
                    answer.path("fields_precisions").path(i).asInt(0),
                    answer.path("fields_scales").path(i).asInt(0)));
        }
        return new GoldenResult(
                List.copyOf(columns), Precision.of(answer.get("precision").intValue()), new ArrayList<>());
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import io.tdspring.protocol.rest.RawAnswer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What REST answers, as it comes; with {@code --tdengine.transport=rest}. */
@Component
final class RawRest implements Example {

    private static final long REQUEST_ID = 20_240_506;

    @Override
    public String name() {
        return "rest_client";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        RawAnswer answer = client.rest().sql("SELECT 1 AS one, 'a' AS a, NULL AS nothing", REQUEST_ID);
        out.accept("code " + answer.code() + ", " + answer.rows() + " row");
        answer.columns().forEach(column -> out.accept(column.toString()));
        answer.data().forEach(row -> out.accept(row.toString()));
        RawAnswer refused = client.rest().sql("SELECT * FROM " + ExampleDatabase.NAME + "_missing.t");
        out.accept("code " + refused.code() + ": " + refused.message());
    }
}

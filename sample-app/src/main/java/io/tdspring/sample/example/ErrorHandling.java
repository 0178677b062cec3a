// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import io.tdspring.error.TdengineException;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What a failure says: its class, TDengine's code as its manual prints it, the message, and the request's id. */
@Component
final class ErrorHandling implements Example {

    private static final long REQUEST_ID = 20_240_506;

    @Override
    public String name() {
        return "error_handling";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(client, "error_handling", "(ts TIMESTAMP, v TINYINT)");
        try {
            client.execute("INSERT INTO " + ExampleDatabase.NAME + ".error_handling VALUES (now, 'x')", REQUEST_ID);
            throw new IllegalStateException("TDengine took a text for a number");
        } catch (TdengineException e) {
            out.accept(e.getClass().getSimpleName());
            out.accept(String.format(Locale.ROOT, "0x%04X", e.code()));
            out.accept(String.valueOf(e.getMessage()));
        }
    }
}

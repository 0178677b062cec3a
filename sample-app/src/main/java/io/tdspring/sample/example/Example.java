// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import java.util.function.Consumer;

/** A way to use the client, shown in one class. */
interface Example {

    /** As the command line calls it. */
    String name();

    /**
     * Runs it, as often as one likes.
     *
     * @param client connected to nothing yet
     * @param out takes what the example has to say, line by line
     */
    void run(TdengineClient client, Consumer<String> out);
}

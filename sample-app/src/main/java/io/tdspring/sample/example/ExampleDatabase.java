// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;

/** The database in which the examples leave their tables. */
final class ExampleDatabase {

    static final String NAME = "tdengine_examples";

    private ExampleDatabase() {}

    /** Makes the database if it is missing, and this table anew, so that an example can be repeated. */
    static void startWith(TdengineClient client, String table, String definition) {
        client.execute("CREATE DATABASE IF NOT EXISTS " + NAME + " PRECISION 'ns' KEEP 36500");
        client.execute("DROP TABLE IF EXISTS " + NAME + "." + table);
        client.execute("CREATE TABLE " + NAME + "." + table + " " + definition);
    }
}

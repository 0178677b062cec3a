// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Precision;
import java.time.Duration;
import java.util.Map;

/**
 * How a database was created.
 *
 * <p>Immutable.
 *
 * @param keep rows older than this are refused
 * @param vgroups over how many logs the tables are spread, at least 1
 * @param texts every option, also those without effect here, as SHOW prints it
 */
public record DatabaseOptions(Precision precision, Duration keep, int vgroups, Map<String, String> texts) {

    private static final String DEFAULT_WAL_RETENTION = "3600";

    public DatabaseOptions {
        texts = Map.copyOf(texts);
    }

    /** How long topics can be read back; negative if without limit. */
    public Duration walRetention() {
        return Duration.ofSeconds(Long.parseLong(texts.getOrDefault("wal_retention_period", DEFAULT_WAL_RETENTION)));
    }
}

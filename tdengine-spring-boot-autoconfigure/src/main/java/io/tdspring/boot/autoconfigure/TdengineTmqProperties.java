// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.tmq.OffsetReset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configuration properties of the consumers of subscriptions. */
public class TdengineTmqProperties {

    /** Consumer group of listeners that name neither a group nor an id. */
    private @Nullable String groupId;

    /** Where a group starts that has committed nothing yet. */
    private OffsetReset autoOffsetReset = OffsetReset.LATEST;

    /** Time without a sign of life after which the server gives a consumer's vgroups to others. */
    private @Nullable Duration sessionTimeout;

    /** Time without a poll after which the server gives a consumer's vgroups to others. */
    private @Nullable Duration maxPollInterval;

    /** Further options of the consumers by TDengine's own keys. */
    private final Map<String, String> properties = new LinkedHashMap<>();

    public @Nullable String getGroupId() {
        return groupId;
    }

    public void setGroupId(@Nullable String groupId) {
        this.groupId = groupId;
    }

    public OffsetReset getAutoOffsetReset() {
        return autoOffsetReset;
    }

    public void setAutoOffsetReset(OffsetReset autoOffsetReset) {
        this.autoOffsetReset = autoOffsetReset;
    }

    public @Nullable Duration getSessionTimeout() {
        return sessionTimeout;
    }

    public void setSessionTimeout(@Nullable Duration sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
    }

    public @Nullable Duration getMaxPollInterval() {
        return maxPollInterval;
    }

    public void setMaxPollInterval(@Nullable Duration maxPollInterval) {
        this.maxPollInterval = maxPollInterval;
    }

    public Map<String, String> getProperties() {
        return properties;
    }
}

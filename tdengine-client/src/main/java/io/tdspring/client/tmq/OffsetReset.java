// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.util.Locale;

/** Where a group starts to read a vgroup for which it has committed nothing that still exists. */
public enum OffsetReset {
    /** At the oldest message that the server still keeps. */
    EARLIEST,
    /** Behind the newest message: only what comes after the subscription is delivered. */
    LATEST,
    /** Nowhere: polling fails instead. */
    NONE;

    /** As the option {@code auto.offset.reset} is written. */
    public String optionValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}

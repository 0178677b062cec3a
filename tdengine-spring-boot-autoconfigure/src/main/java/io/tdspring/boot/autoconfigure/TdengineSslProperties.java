// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** Properties of TLS. */
public class TdengineSslProperties {

    /** Whether to encrypt connections. Enabled automatically if a bundle is named. */
    private @Nullable Boolean enabled;

    /** SSL bundle with the trusted certificates and the client's own. */
    private @Nullable String bundle;

    public boolean isEnabled() {
        return enabled == null ? bundle != null : enabled;
    }

    public void setEnabled(@Nullable Boolean enabled) {
        this.enabled = enabled;
    }

    public @Nullable String getBundle() {
        return bundle;
    }

    public void setBundle(@Nullable String bundle) {
        this.bundle = bundle;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

/** Configuration properties of super tables and topics that are beans. */
public class TdengineAdminProperties {

    /** Whether super tables and topics that are beans are created at start-up if the server does not have them. */
    private boolean autoCreate = true;

    /** Whether the application does not start if that fails; otherwise it is tried again in the background. */
    private boolean failFast = false;

    public boolean isAutoCreate() {
        return autoCreate;
    }

    public void setAutoCreate(boolean autoCreate) {
        this.autoCreate = autoCreate;
    }

    public boolean isFailFast() {
        return failFast;
    }

    public void setFailFast(boolean failFast) {
        this.failFast = failFast;
    }
}

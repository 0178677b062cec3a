// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

/** Something that a server has once it has been made; its {@code toString} names it for people. */
sealed interface Creatable permits TdSuperTable, TdTopic {

    /** Does nothing if there is something of the name. */
    String createStatement();
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The health of a client, as Actuator shows it.
 */
@NullMarked
package io.tdspring.boot.health;

import org.jspecify.annotations.NullMarked;

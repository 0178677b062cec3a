// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The health contributor of the client, where Spring Boot's health module is present.
 */
@NullMarked
package io.tdspring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;

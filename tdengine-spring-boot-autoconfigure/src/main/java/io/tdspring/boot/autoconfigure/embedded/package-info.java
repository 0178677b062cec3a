// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Starts the embedded server with the application when {@code tdengine.embedded.enabled} says so.
 *
 * <p>Uses {@code tdengine-embedded}, which is optional.
 */
@NullMarked
package io.tdspring.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;

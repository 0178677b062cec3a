// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration: properties to connection details to client, template, listeners and embedded server.
 */
@NullMarked
package io.tdspring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the options of clients and of consumers have in common. Uses the JDK only.
 */
@NullMarked
package io.tdspring.client.option;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** Makes the faults happen that a test asks for. Uses {@code server} and the public types of {@code fault}. */
@NullMarked
package io.tdspring.embedded.server.faults;

import org.jspecify.annotations.NullMarked;

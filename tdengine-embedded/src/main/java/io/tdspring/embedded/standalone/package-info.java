// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** The embedded server as a program of its own. Uses the server's builder and nothing below it. */
@NullMarked
package io.tdspring.embedded.standalone;

import org.jspecify.annotations.NullMarked;

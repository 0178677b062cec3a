// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** Everything goes wrong while many threads work: nothing acknowledged may be lost, and nothing may hang or leak. */
@NullMarked
package io.tdspring.client.chaos;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A plant of weather stations, as a user of the starter would write it.
 */
@NullMarked
package io.tdspring.sample;

import org.jspecify.annotations.NullMarked;

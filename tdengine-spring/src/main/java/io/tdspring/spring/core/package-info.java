// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TdengineTemplate and its operations.
 */
@NullMarked
package io.tdspring.spring.core;

import org.jspecify.annotations.NullMarked;

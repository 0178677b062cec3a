// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What tests of applications need. Uses {@code listener}.
 */
@NullMarked
package io.tdspring.spring.test;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** A consumer group of listener containers in bad weather. */
@NullMarked
package io.tdspring.spring.chaos;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Rows as Java records and back: the annotations, and the one mapper for queries, inserts and listener payloads.
 *
 * <p>Uses the client's values and SQL writing and spring-core; knows no template and no listener.
 */
@NullMarked
package io.tdspring.spring.mapping;

import org.jspecify.annotations.NullMarked;

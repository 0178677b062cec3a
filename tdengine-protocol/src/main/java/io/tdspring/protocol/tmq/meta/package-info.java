// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Changes of tables in the JSON form in which {@code fetch_json_meta} tells of them; uses {@code io.tdspring.data}, its
 * package {@code meta}, and the JSON of the protocol.
 */
@NullMarked
package io.tdspring.protocol.tmq.meta;

import org.jspecify.annotations.NullMarked;

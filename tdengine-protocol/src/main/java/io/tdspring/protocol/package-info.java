// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What all wire formats share: checked reading and writing of little-endian bytes, and of JSON objects.
 *
 * <p>Uses {@code io.tdspring.data}, {@code io.tdspring.error} and Jackson's streaming core. Bytes in, records out:
 * nothing here or below does I/O or owns a thread.
 */
@NullMarked
package io.tdspring.protocol;

import org.jspecify.annotations.NullMarked;

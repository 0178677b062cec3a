// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

/**
 * A vgroup that a consumer reads.
 *
 * @param offset where the consumer began, or began its last message; ask for the position to know its progress
 * @param begin the first offset there is; −1 if unknown
 * @param end the offset behind the last there is; −1 if unknown
 */
public record VgroupAssignment(int vgroupId, long offset, long begin, long end) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

/** A vgroup of a topic: what has an offset. */
public record TopicVgroup(String topic, int vgroupId) {}

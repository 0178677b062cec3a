// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

/** A vgroup of a topic: what has offsets, and is read by one member of a group at a time. Immutable. */
public record TopicVgroup(String topic, int vgroupId) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import org.jspecify.annotations.Nullable;

/**
 * Why a container ended by itself. Immutable.
 *
 * @param text for people, without a value of a row
 * @param cause null if there was no failure
 */
public record StopReason(String text, @Nullable Throwable cause) {}

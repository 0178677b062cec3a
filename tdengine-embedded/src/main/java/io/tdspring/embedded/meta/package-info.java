// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What SHOW and DESCRIBE answer; uses the syntax tree, the store and the topics, and changes nothing.
 */
@NullMarked
package io.tdspring.embedded.meta;

import org.jspecify.annotations.NullMarked;

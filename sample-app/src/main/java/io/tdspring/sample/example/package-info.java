// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The examples of TDengine's connector manual in this client's words, a class each: {@code --example=NAME} runs one.
 *
 * <p>Each makes and uses the database {@code tdengine_examples}; nothing outside of it is touched.
 */
@NullMarked
package io.tdspring.sample.example;

import org.jspecify.annotations.NullMarked;

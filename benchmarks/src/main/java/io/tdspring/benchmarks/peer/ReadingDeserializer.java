// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import com.taosdata.jdbc.tmq.ReferenceDeserializer;

/** Tells the driver which class its rows become. */
public final class ReadingDeserializer extends ReferenceDeserializer<Reading> {}

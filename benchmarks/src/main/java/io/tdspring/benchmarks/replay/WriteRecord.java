// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

/**
 * How a server was written to.
 *
 * @param statements prepared statements begun ({@code stmt2_init})
 * @param promises statements begun with a promise ({@code single_stb_insert}, {@code single_table_bind_once})
 * @param bindFrames frames with data of statements
 * @param leastTables the least tables in one of them
 * @param mostTables the most tables in one of them
 * @param boundRows rows in them
 * @param boundBytes bytes of them
 * @param mostInFlight the most statements whose rows had arrived and whose execution had not been answered, at any time
 * @param schemalessFrames frames of the schemaless interface
 * @param schemalessBytes bytes of them
 */
public record WriteRecord(
        long statements,
        long promises,
        long bindFrames,
        int leastTables,
        int mostTables,
        long boundRows,
        long boundBytes,
        int mostInFlight,
        long schemalessFrames,
        long schemalessBytes) {}

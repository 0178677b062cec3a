// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

/** Counts what becomes a {@link WriteRecord}. Safe for use by many threads. */
final class WriteCounters {

    private long statements;
    private long promises;
    private long bindFrames;
    private int leastTables;
    private int mostTables;
    private long boundRows;
    private long boundBytes;
    private int inFlight;
    private int mostInFlight;
    private long schemalessFrames;
    private long schemalessBytes;

    synchronized void statementBegun(boolean withPromise) {
        statements++;
        promises += withPromise ? 1 : 0;
    }

    synchronized void bound(int tables, long rows, long bytes) {
        leastTables = bindFrames == 0 ? tables : Math.min(leastTables, tables);
        mostTables = Math.max(mostTables, tables);
        bindFrames++;
        boundRows += rows;
        boundBytes += bytes;
    }

    synchronized void executionBegun() {
        mostInFlight = Math.max(mostInFlight, ++inFlight);
    }

    synchronized void executionsEnded(int number) {
        inFlight -= number;
    }

    synchronized void schemaless(long bytes) {
        schemalessFrames++;
        schemalessBytes += bytes;
    }

    /** What was counted since the last time. */
    synchronized WriteRecord take() {
        WriteRecord taken = new WriteRecord(
                statements,
                promises,
                bindFrames,
                leastTables,
                mostTables,
                boundRows,
                boundBytes,
                mostInFlight,
                schemalessFrames,
                schemalessBytes);
        statements = 0;
        promises = 0;
        bindFrames = 0;
        leastTables = 0;
        mostTables = 0;
        boundRows = 0;
        boundBytes = 0;
        mostInFlight = inFlight;
        schemalessFrames = 0;
        schemalessBytes = 0;
        return taken;
    }
}

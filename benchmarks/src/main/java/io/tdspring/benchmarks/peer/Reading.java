// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import java.sql.Timestamp;

/** A row as the driver hands it over. Not thread-safe. */
public final class Reading {

    private Timestamp ts = new Timestamp(0);
    private float a;
    private int b;
    private float c;

    double sum() {
        double sum = ts.getTime() & 0xffff;
        return sum + a + b + c;
    }

    public Timestamp getTs() {
        return ts;
    }

    public void setTs(Timestamp ts) {
        this.ts = ts;
    }

    public float getA() {
        return a;
    }

    public void setA(float a) {
        this.a = a;
    }

    public int getB() {
        return b;
    }

    public void setB(int b) {
        this.b = b;
    }

    public float getC() {
        return c;
    }

    public void setC(float c) {
        this.c = c;
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** One station's file as it is played: the next readings stay on the tape until they have been stored. One thread. */
final class Tape implements AutoCloseable {

    private final Stream<Object> source;
    private final Iterator<Object> readings;
    private final List<Object> next = new ArrayList<>();

    Tape(Station station) {
        this.source = station.readings();
        this.readings = source.iterator();
    }

    /** Up to that many readings; the same again until {@link #advance()}. */
    List<Object> next(int rows) {
        while (next.size() < rows && readings.hasNext()) {
            next.add(readings.next());
        }
        return next;
    }

    /** The readings of {@link #next} have been stored. */
    void advance() {
        next.clear();
    }

    boolean isAtEnd() {
        return next.isEmpty() && !readings.hasNext();
    }

    @Override
    public void close() {
        source.close();
    }
}

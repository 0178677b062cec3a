// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final List<String> told = new ArrayList<>();
    private final InFlight inFlight = new InFlight(new RecordingLine());

    @Test
    void stopsReadingWhenThereAreTooManyAndReadsAgainAtHalfAsMany() {
        begin(255);
        assertThat(told).isEmpty();

        begin(10);
        assertThat(told).containsExactly("pause");

        end(136);
        assertThat(told).containsExactly("pause");

        end(1);
        assertThat(told).containsExactly("pause", "resume");
    }

    @Test
    void doesNotMindRequestsOneByOne() {
        for (int i = 0; i < 1000; i++) {
            begin(1);
            end(1);
        }

        assertThat(told).isEmpty();
    }

    private void begin(int count) {
        for (int i = 0; i < count; i++) {
            inFlight.begin();
        }
    }

    private void end(int count) {
        for (int i = 0; i < count; i++) {
            inFlight.end();
        }
    }

    private final class RecordingLine implements Line {

        @Override
        public void pauseReading() {
            told.add("pause");
        }

        @Override
        public void resumeReading() {
            told.add("resume");
        }

        @Override
        public void cut() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void freeze() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void later(Duration delay, Runnable action) {
            throw new UnsupportedOperationException();
        }
    }
}

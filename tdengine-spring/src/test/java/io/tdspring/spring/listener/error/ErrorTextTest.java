// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    @Test
    void tellsTheCausesBehindAMessage() {
        Throwable failure = new IllegalStateException("outer", new IOException(new ArithmeticException("inner")));

        assertThat(ErrorText.messageOf(failure, 1_000))
                .isEqualTo("outer; caused by java.io.IOException: java.lang.ArithmeticException: inner; caused by"
                        + " java.lang.ArithmeticException: inner");
    }

    @Test
    void hasNoTextIfThereIsNone() {
        assertThat(ErrorText.messageOf(new IllegalStateException(), 10)).isNull();
    }

    @Test
    void countsASupplementaryCharacterOnceWhenItCuts() {
        assertThat(ErrorText.messageOf(new IllegalStateException("\ud83d\ude00".repeat(5)), 5))
                .isEqualTo("\ud83d\ude00".repeat(5));
        assertThat(ErrorText.messageOf(new IllegalStateException("\ud83d\ude00".repeat(6)), 5))
                .isEqualTo("\ud83d\ude00\ud83d\ude00...");
    }

    @Test
    void cutsLongNamesOfClasses() {
        assertThat(ErrorText.classOf(new IllegalStateException(), 12)).isEqualTo("java.lang...");
    }

    @Test
    void replacesWhatSqlTextCannotCarry() {
        assertThat(ErrorText.messageOf(new IllegalStateException("a\0b\ud800c"), 10))
                .isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    void endsWithCausesThatFormARing() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(ErrorText.messageOf(first, 100)).hasSize(100).startsWith("first; caused by ");
    }
}

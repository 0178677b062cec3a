// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    /** The textbook's examples. */
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "Saturday,Sunday,3", "'',abc,3", "abc,'',3", "abc,abc,0"})
    void countsEdits(String from, String to, int edits) {
        assertThat(NearestName.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void findsTheNameThatTakesTheFewestEdits() {
        assertThat(NearestName.of("grup.id", List.of("client.id", "group.id", "min.poll.rows")))
                .isEqualTo("group.id");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    @Test
    void arePositiveAndDiffer() {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(RequestIds.next());
        }

        assertThat(ids).hasSize(1000).allMatch(id -> id > 0);
    }

    @Test
    void areShownUnsigned() {
        assertThat(RequestIds.text(-1)).isEqualTo("18446744073709551615");
    }
}

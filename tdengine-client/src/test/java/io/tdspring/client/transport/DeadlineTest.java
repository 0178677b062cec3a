// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void findsTheEarlierOfTwo() {
        Deadline one = Deadline.after(Duration.ofMinutes(1));
        Deadline two = Deadline.after(Duration.ofMinutes(2));

        assertThat(one.orEarlier(two)).isSameAs(one);
        assertThat(two.orEarlier(one)).isSameAs(one);
        assertThat(Deadline.never().orEarlier(two)).isSameAs(two);
    }
}

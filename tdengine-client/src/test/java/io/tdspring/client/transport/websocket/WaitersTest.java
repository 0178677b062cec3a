// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitersTest {

    private static final int MIB = 1 << 20;

    private final Waiters waiters = new Waiters(8 * MIB);
    private final Outcomes outcomes = new Outcomes();

    private static Outgoing request(long id, int bytes) {
        return new Outgoing("insert", id, bytes, (socket, deadline) -> true);
    }

    private boolean add(Outgoing request) throws InterruptedException {
        return waiters.add(request, outcomes, Deadline.after(Duration.ofMillis(20)));
    }

    private static Answer answer() {
        return Answer.Text.read("{\"code\":0,\"message\":\"\",\"action\":\"insert\",\"req_id\":1,\"timing\":1}");
    }

    @Test
    void aRequestHasItsTurnWhenTheBytesBeforeItHaveBeenAnswered() throws Exception {
        assertThat(add(request(1, 5 * MIB))).isTrue();
        assertThat(add(request(2, 3 * MIB))).isTrue();
        assertThat(add(request(3, 1))).isFalse();

        assertThat(waiters.answer(1, answer())).isTrue();

        assertThat(add(request(3, 5 * MIB))).isTrue();
        assertThat(add(request(4, 1))).isFalse();
    }

    @Test
    void aRequestThatIsWithdrawnMakesRoom() throws Exception {
        Outgoing first = request(1, 8 * MIB);
        assertThat(add(first)).isTrue();
        assertThat(add(request(2, 1))).isFalse();

        assertThat(waiters.withdraw(first)).isTrue();
        assertThat(waiters.withdraw(first)).isFalse();

        assertThat(add(request(2, 8 * MIB))).isTrue();
        assertThat(waiters.answer(1, answer())).isFalse();
        assertThat(outcomes.all).isEmpty();
    }

    @Test
    void aVeryLongRequestHasATurnOfItsOwn() throws Exception {
        assertThat(add(request(1, 1))).isTrue();
        assertThat(add(request(2, 15 * MIB))).isFalse();
        waiters.answer(1, answer());

        assertThat(add(request(2, 15 * MIB))).isTrue();
        assertThat(add(request(3, 1))).isFalse();
    }

    @Test
    void theReadingThreadNeedNotWaitForItsTurn() throws Exception {
        add(request(1, 8 * MIB));

        waiters.addAtOnce(request(2, 26), outcomes);

        assertThat(waiters.answer(2, answer())).isTrue();
        assertThat(add(request(3, 1))).isFalse();
    }

    @Test
    void anIdThatIsUnderWayTakesNoTurn() throws Exception {
        add(request(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> add(request(1, 7 * MIB)));

        assertThat(add(request(2, 7 * MIB))).isTrue();
    }

    @Test
    void theEndFailsAllThatWaitsOnce() throws Exception {
        add(request(1, 1));
        add(request(2, 1));

        waiters.endAll(new Waiters.End("the connection broke", null));
        waiters.endAll(new Waiters.End("the connection broke again", null));

        assertThat(outcomes.all)
                .containsExactlyInAnyOrder(
                        "the connection broke before insert was answered (request id 1)",
                        "the connection broke before insert was answered (request id 2)");
        assertThat(waiters.answer(1, answer())).isFalse();
    }

    private static final class Outcomes implements AnswerListener {

        private final List<String> all = new ArrayList<>();

        @Override
        public void onAnswer(Answer answer) {}

        @Override
        public void onFailure(TdengineException failure) {
            all.add(failure.getMessage());
        }
    }
}

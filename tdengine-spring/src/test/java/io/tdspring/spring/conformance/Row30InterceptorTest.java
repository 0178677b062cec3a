// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Row30InterceptorTest {

    private final List<String> events = new ArrayList<>();

    final class Plant {

        void row(Integer value) {
            events.add("row " + value);
            if (value == 3) {
                throw new IllegalStateException("three");
            }
        }
    }

    private final class Noting implements MessageInterceptor {

        private final String name;
        private final boolean letsThrough;

        Noting(String name, boolean letsThrough) {
            this.name = name;
            this.letsThrough = letsThrough;
        }

        @Override
        public boolean before(List<TmqMessage> messages) {
            events.add(name + " before " + messages.get(0).offset());
            return letsThrough;
        }

        @Override
        public void succeeded(List<TmqMessage> messages) {
            events.add(name + " succeeded");
        }

        @Override
        public void failed(List<TmqMessage> messages, Throwable failure) {
            events.add(name + " failed: " + failure.getCause().getMessage());
            throw new IllegalArgumentException("interceptor " + name);
        }

        @Override
        public void after(List<TmqMessage> messages) {
            events.add(name + " after");
        }
    }

    private Handover interceptedBy(Noting... interceptors) {
        return Handover.to(new Plant(), InvocationSettings.of(new TdMapper()).withInterceptors(List.of(interceptors)));
    }

    @Test
    void standAroundTheListenerTheFirstOutermost() {
        handOn(interceptedBy(new Noting("a", true), new Noting("b", true)).record("row"), message(block("d1", "v", 1)));

        assertThat(events)
                .containsExactly(
                        "a before 7", "b before 7", "row 1", "b succeeded", "b after", "a succeeded", "a after");
    }

    @Test
    void areToldOfAFailureAndDoNotReplaceIt() {
        List<ListenerFailedException> failures =
                handOn(interceptedBy(new Noting("a", true)).record("row"), message(block("d1", "v", 3)));

        assertThat(events.subList(0, 4)).containsExactly("a before 7", "row 3", "a failed: three", "a after");
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(added -> assertThat(added).hasMessage("interceptor a")));
    }

    @Test
    void passMessagesOver() {
        handOn(
                interceptedBy(new Noting("a", true), new Noting("b", false), new Noting("c", true))
                        .record("row"),
                message(block("d1", "v", 1)));

        assertThat(events).containsExactly("a before 7", "b before 7", "b after", "a succeeded", "a after");
    }

    private static final class Failing implements MessageInterceptor {

        private final boolean atTheBeginning;

        Failing(boolean atTheBeginning) {
            this.atTheBeginning = atTheBeginning;
        }

        @Override
        public boolean before(List<TmqMessage> messages) {
            if (atTheBeginning) {
                throw new IllegalStateException("before");
            }
            return true;
        }

        @Override
        public void after(List<TmqMessage> messages) {
            throw new IllegalStateException("after");
        }
    }

    @Test
    void failTheMessageWhenTheyThrow() {
        for (boolean atTheBeginning : new boolean[] {true, false}) {
            InvocationSettings settings =
                    InvocationSettings.of(new TdMapper()).withInterceptors(List.of(new Failing(atTheBeginning)));
            MessageListener listener = Handover.to(new Plant(), settings).record("row");

            assertThatThrownBy(() -> Handover.handOn(listener, message(block("d1", "v", 1, 2)), 0))
                    .isInstanceOfSatisfying(ListenerFailedException.class, failure -> {
                        assertThat(failure.failedRow()).isZero();
                        assertThat(failure.nextRow()).isEqualTo(2);
                        assertThat(failure).hasRootCauseMessage(atTheBeginning ? "before" : "after");
                    });
        }
        assertThat(events).containsExactly("row 1", "row 2");
    }
}

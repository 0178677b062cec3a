// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.spring.listener.ListenerStartException;
import java.util.Objects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ListenerStartFailureAnalyzerTest {

    private static final Log LOG = LogFactory.getLog(ListenerStartFailureAnalyzerTest.class);

    /** By way of the file in which Spring Boot looks for analyzers. */
    private static FailureAnalysis analysis(String reason, @Nullable Throwable cause) {
        FailureAnalyzer analyzer = SpringFactoriesLoader.forDefaultResourceLocation(
                        ListenerStartFailureAnalyzer.class.getClassLoader())
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.logging(LOG))
                .stream()
                .filter(ListenerStartFailureAnalyzer.class::isInstance)
                .findFirst()
                .orElseThrow();
        Throwable failure = new ApplicationContextException(
                "Failed to start bean", new ListenerStartException("meters", reason, cause));
        return Objects.requireNonNull(analyzer.analyze(failure));
    }

    @Test
    void saysWhatToDoAboutAMissingTopic() {
        FailureAnalysis analysis =
                analysis("Topic not exist: t_meters", new TdengineTmqException(0x03e1, "Topic not exist", 1, null));

        assertThat(analysis.getDescription())
                .isEqualTo("Listener meters could not be started: Topic not exist: t_meters");
        assertThat(analysis.getAction()).contains("TdTopic", "tdengine.listener.missing-topics=wait");
    }

    @Test
    void saysWhatToDoAboutARefusedLogin() {
        assertThat(analysis("refused", new TdengineConnectionException(0x0357, "Authentication failure", 1, null))
                        .getAction())
                .contains("tdengine.username");
    }

    @Test
    void saysWhatToDoAboutAServerThatIsAway() {
        assertThat(analysis("away", new TdengineConnectionException("localhost:1 refused the connection", null))
                        .getAction())
                .contains("tdengine.endpoints", "tdengine.listener.startup-failure-policy=retry");
    }

    @Test
    void leavesOtherReasonsToTheMessage() {
        assertThat(analysis("an option that nobody knows", null).getAction()).startsWith("Correct what");
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.spring.listener.ListenerStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when a listener keeps the application from starting. */
final class ListenerStartFailureAnalyzer extends AbstractFailureAnalyzer<ListenerStartException> {

    private static final int TOPIC_NOT_EXIST = 0x03e1;
    private static final int INVALID_USER = 0x0351;
    private static final String OR_CONTINUE =
            " Or let the application start without: tdengine.listener.startup-failure-policy=retry or continue.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ListenerStartException failure) {
        String text = String.valueOf(failure.getMessage());
        return new FailureAnalysis(
                Character.toUpperCase(text.charAt(0)) + text.substring(1),
                remedy(failure.getCause()) + OR_CONTINUE,
                failure);
    }

    private static String remedy(@Nullable Throwable cause) {
        if (!(cause instanceof TdengineException known)) {
            return "Correct what the message says.";
        }
        return switch (known.code()) {
            case TOPIC_NOT_EXIST ->
                "Create the topics, declare them as beans of type TdTopic, or have the listener wait for them:"
                        + " tdengine.listener.missing-topics=wait.";
            case ErrorCodes.AUTHENTICATION_FAILURE, INVALID_USER ->
                "Check tdengine.username and tdengine.password, or the token.";
            default ->
                known instanceof TdengineConnectionException
                        ? "Check tdengine.endpoints, and whether taosAdapter listens there."
                        : "Correct what the message says.";
        };
    }
}

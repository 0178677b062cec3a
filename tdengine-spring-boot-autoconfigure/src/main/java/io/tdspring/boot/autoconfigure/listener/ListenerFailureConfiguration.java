// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import io.tdspring.boot.autoconfigure.TdengineDeadLetterProperties;
import io.tdspring.boot.autoconfigure.TdengineListenerRetryProperties;
import io.tdspring.boot.autoconfigure.TdengineProperties;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.error.DeadLetterTable;
import io.tdspring.spring.listener.error.DeadLetterTableRecoverer;
import io.tdspring.spring.listener.error.DefaultErrorHandler;
import io.tdspring.spring.listener.error.RecordRecoverer;
import io.tdspring.spring.listener.error.RetryListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** What becomes of rows at which listeners fail: the user's policy or error handler, or one made of the properties. */
@Configuration(proxyBeanMethods = false)
class ListenerFailureConfiguration {

    private static final String DEAD_LETTER = "tdengine.listener.dead-letter.";
    private static final String RETRY = "tdengine.listener.retry.";
    private static final int DEFAULT_ATTEMPTS = 10;

    @Bean
    @ConditionalOnMissingBean
    DeliveryPolicy tdDeliveryPolicy(
            TdengineProperties properties,
            ObjectProvider<ErrorHandler> errorHandler,
            ObjectProvider<RecordRecoverer> recoverer,
            ObjectProvider<RetryListener> listeners) {
        ErrorHandler handler = errorHandler.getIfUnique(() -> errorHandler(
                properties.getListener().getRetry(),
                recoverer.getIfUnique(),
                listeners.orderedStream().toList()));
        return DeliveryPolicy.defaults().withErrorHandler(handler);
    }

    @Bean
    @ConditionalOnBooleanProperty(DEAD_LETTER + "enabled")
    @ConditionalOnMissingBean
    DeadLetterTable tdDeadLetterTable(TdengineOperations operations, TdengineProperties properties) {
        TdengineDeadLetterProperties letters = properties.getListener().getDeadLetter();
        String database = letters.getDatabase();
        if (!StringUtils.hasText(database)) {
            throw new InvalidConfigurationPropertyValueException(
                    DEAD_LETTER + "database", database, "Dead letters need a database that exists.");
        }
        return new DeadLetterTable(operations, database, letters.getSuperTable());
    }

    @Bean
    @ConditionalOnBooleanProperty(DEAD_LETTER + "enabled")
    @ConditionalOnMissingBean(RecordRecoverer.class)
    DeadLetterTableRecoverer tdDeadLetterTableRecoverer(DeadLetterTable table) {
        return new DeadLetterTableRecoverer(table);
    }

    private static ErrorHandler errorHandler(
            TdengineListenerRetryProperties retry, @Nullable RecordRecoverer recoverer, List<RetryListener> listeners) {
        DefaultErrorHandler.Builder handler = DefaultErrorHandler.builder().backOff(backOff(retry, recoverer != null));
        if (recoverer != null) {
            handler.recoverer(recoverer);
        }
        listeners.forEach(handler::retryListener);
        return handler.build();
    }

    private static BackOff backOff(TdengineListenerRetryProperties retry, boolean ending) {
        Integer attempts = retry.getMaxAttempts();
        check(
                attempts == null || ending,
                "max-attempts",
                attempts,
                "Attempts end only where somebody takes what fails: set " + DEAD_LETTER
                        + "enabled, or define a RecordRecoverer bean.");
        check(attempts == null || attempts > 0, "max-attempts", attempts, "It must be positive.");
        check(!retry.getDelay().isNegative(), "delay", retry.getDelay(), "It must not be negative.");
        check(retry.getMultiplier() >= 1, "multiplier", retry.getMultiplier(), "It must not be less than 1.");
        check(
                retry.getMaxDelay().compareTo(retry.getDelay()) >= 0,
                "max-delay",
                retry.getMaxDelay(),
                "It must not be less than " + RETRY + "delay.");
        ExponentialBackOff pauses = new ExponentialBackOff(retry.getDelay().toMillis(), retry.getMultiplier());
        pauses.setMaxInterval(retry.getMaxDelay().toMillis());
        if (ending) {
            pauses.setMaxAttempts((attempts == null ? DEFAULT_ATTEMPTS : attempts) - 1L);
        }
        return pauses;
    }

    private static void check(boolean condition, String property, @Nullable Object value, String reason) {
        if (!condition) {
            throw new InvalidConfigurationPropertyValueException(RETRY + property, value, reason);
        }
    }
}

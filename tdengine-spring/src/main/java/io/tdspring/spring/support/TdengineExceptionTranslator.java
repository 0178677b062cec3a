// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.support;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineInterfaceException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.error.TdengineSchemalessException;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.UnsupportedFeatureException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Turns the client's exceptions into Spring's.
 *
 * <p>The message keeps TDengine's code and the request id, the cause is the client's exception. Whatever may pass by itself
 * becomes a {@link org.springframework.dao.TransientDataAccessException}, which is what to retry on. Stateless.
 */
public final class TdengineExceptionTranslator implements PersistenceExceptionTranslator {

    /** The code of a user that does not exist. */
    private static final int INVALID_USER = 0x0351;

    /** As {@link #translate}; null for exceptions that are not TDengine's. */
    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return failure instanceof TdengineException tdengine ? translate(tdengine) : null;
    }

    /** The exception of Spring's for one of the client's. */
    public DataAccessException translate(TdengineException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof TdengineTimeoutException) {
            return new QueryTimeoutException(message, failure);
        }
        if (failure instanceof TdengineConnectionException) {
            return connection(message, failure);
        }
        if (failure instanceof TdConversionException) {
            return new TypeMismatchDataAccessException(message, failure);
        }
        if (failure instanceof TdengineResultException) {
            return new DataRetrievalFailureException(message, failure);
        }
        if (failure instanceof UnsupportedFeatureException || failure instanceof TdengineInterfaceException) {
            return new InvalidDataAccessApiUsageException(message, failure);
        }
        if (failure.isTransient()) {
            return new TransientDataAccessResourceException(message, failure);
        }
        if (isWrongUse(failure)) {
            return new InvalidDataAccessResourceUsageException(message, failure);
        }
        return new UncategorizedTdengineException(message, failure);
    }

    private static DataAccessException connection(String message, TdengineException failure) {
        if (failure.code() == ErrorCodes.AUTHENTICATION_FAILURE || failure.code() == INVALID_USER) {
            return new PermissionDeniedDataAccessException(message, failure);
        }
        return failure.isTransient()
                ? new TransientDataAccessResourceException(message, failure)
                : new DataAccessResourceFailureException(message, failure);
    }

    private static boolean isWrongUse(TdengineException failure) {
        return failure instanceof TdengineProgrammingException
                || failure instanceof TdengineStatementException
                || failure instanceof TdengineSchemalessException;
    }
}

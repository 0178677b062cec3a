// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.UnsupportedFeatureException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;

class TdengineExceptionTranslatorTest {

    private final TdengineExceptionTranslator translator = new TdengineExceptionTranslator();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(server(Call.QUERY, 0x2600), InvalidDataAccessResourceUsageException.class),
                Arguments.of(server(Call.QUERY, 0x0388), InvalidDataAccessResourceUsageException.class),
                Arguments.of(server(Call.STATEMENT, 0x0230), InvalidDataAccessResourceUsageException.class),
                Arguments.of(server(Call.SCHEMALESS, 0x3002), InvalidDataAccessResourceUsageException.class),
                Arguments.of(server(Call.CONNECT, 0x0357), PermissionDeniedDataAccessException.class),
                Arguments.of(server(Call.CONNECT, 0x0351), PermissionDeniedDataAccessException.class),
                Arguments.of(server(Call.QUERY, 0x000b), TransientDataAccessResourceException.class),
                Arguments.of(server(Call.QUERY, 0x0903), TransientDataAccessResourceException.class),
                Arguments.of(server(Call.QUERY, 0x012c), QueryTimeoutException.class),
                Arguments.of(server(Call.QUERY, 0x060b), UncategorizedTdengineException.class),
                Arguments.of(server(Call.TMQ, 0x4007), UncategorizedTdengineException.class),
                Arguments.of(new TdengineTimeoutException("late", null), QueryTimeoutException.class),
                Arguments.of(
                        new TdengineConnectionException("refused", null), TransientDataAccessResourceException.class),
                Arguments.of(new TdConversionException("no int"), TypeMismatchDataAccessException.class),
                Arguments.of(new TdengineResultException("closed", null), DataRetrievalFailureException.class),
                Arguments.of(new TdengineProtocolException("cut short"), UncategorizedTdengineException.class),
                Arguments.of(new UnsupportedFeatureException("REST"), InvalidDataAccessApiUsageException.class));
    }

    private static TdengineException server(Call call, int code) {
        return ErrorCodes.toException(call, code, "text", 42);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void translatesEachKind(TdengineException failure, Class<?> expected) {
        assertThat(translator.translate(failure)).isExactlyInstanceOf(expected).hasCause(failure);
    }

    @Test
    void keepsCodeAndRequestIdInTheMessage() {
        assertThat(translator.translate(server(Call.QUERY, 0x80002600))).hasMessage("[0x2600] text (request id 42)");
    }

    @Test
    void leavesOtherExceptionsAlone() {
        assertThat(translator.translateExceptionIfPossible(new IllegalStateException()))
                .isNull();
        DataAccessException translated =
                translator.translateExceptionIfPossible(new UnsupportedFeatureException("REST"));
        assertThat(translated).isInstanceOf(InvalidDataAccessApiUsageException.class);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.mapping.TdMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Validator;

/**
 * How listener methods are called. Immutable.
 *
 * @param mapper makes rows into payloads
 * @param validator checks payloads with {@code @Valid} or {@code @Validated}; without it such a parameter is refused
 * @param filter chooses the rows that are handed on
 * @param interceptors stand around each call, the first outermost
 * @param identity for the headers
 */
public record InvocationSettings(
        TdMapper mapper,
        @Nullable Validator validator,
        @Nullable RowFilter filter,
        List<MessageInterceptor> interceptors,
        ListenerIdentity identity) {

    public InvocationSettings {
        interceptors = List.copyOf(interceptors);
    }

    /** A mapper and nothing else. */
    public static InvocationSettings of(TdMapper mapper) {
        return new InvocationSettings(mapper, null, null, List.of(), ListenerIdentity.UNKNOWN);
    }

    /** The same with another validator. */
    public InvocationSettings withValidator(@Nullable Validator newValidator) {
        return new InvocationSettings(mapper, newValidator, filter, interceptors, identity);
    }

    /** The same with another filter. */
    public InvocationSettings withFilter(@Nullable RowFilter newFilter) {
        return new InvocationSettings(mapper, validator, newFilter, interceptors, identity);
    }

    /** The same with other interceptors. */
    public InvocationSettings withInterceptors(List<MessageInterceptor> newInterceptors) {
        return new InvocationSettings(mapper, validator, filter, newInterceptors, identity);
    }

    /** The same for another listener. */
    public InvocationSettings withIdentity(ListenerIdentity newIdentity) {
        return new InvocationSettings(mapper, validator, filter, interceptors, newIdentity);
    }
}

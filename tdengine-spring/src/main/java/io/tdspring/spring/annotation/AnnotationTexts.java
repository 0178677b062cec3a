// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import io.tdspring.spring.config.ContainerCustomizer;
import io.tdspring.spring.config.ListenerType;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanExpressionContext;
import org.springframework.beans.factory.config.BeanExpressionResolver;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * Reads an annotation's texts, with their placeholders and expressions resolved, into an endpoint.
 *
 * @param target of the annotation
 */
record AnnotationTexts(ConfigurableBeanFactory beans, ListenerTarget target) {

    TdTopicListenerEndpoint endpoint(TdTopicListener annotation, String defaultId) {
        String id = text(annotation.id());
        String groupId = text(annotation.groupId());
        return TdTopicListenerEndpoint.builder(id.isEmpty() ? defaultId : id, topics(annotation), target)
                .groupId(groupId.isEmpty() ? blankToNull(id) : groupId)
                .concurrency(number(annotation.concurrency()))
                .type(type(text(annotation.type()), flag(annotation.batch())))
                .autoStartup(flag(annotation.autoStartup()))
                .ackMode(constant(AckMode.class, text(annotation.ackMode())))
                .properties(properties(annotation))
                .filter(bean(text(annotation.filter()), RowFilter.class))
                .errorHandler(bean(text(annotation.errorHandler()), ErrorHandler.class))
                .postProcessor(bean(text(annotation.containerPostProcessor()), ContainerCustomizer.class))
                .info(blankToNull(text(annotation.info())))
                .build();
    }

    String text(String raw) {
        Object value = resolve(raw);
        return value == null ? "" : value.toString().trim();
    }

    private @Nullable Object resolve(String raw) {
        String embedded = beans.resolveEmbeddedValue(raw);
        BeanExpressionResolver expressions = beans.getBeanExpressionResolver();
        if (embedded == null || expressions == null) {
            return embedded;
        }
        return expressions.evaluate(embedded, new BeanExpressionContext(beans, new ListenerScope(target.bean())));
    }

    private List<String> topics(TdTopicListener annotation) {
        return Arrays.stream(annotation.topics())
                .flatMap(raw -> several(resolve(raw)))
                .map(String::trim)
                .filter(topic -> !topic.isEmpty())
                .toList();
    }

    /** An expression may give a collection or an array, a placeholder a comma-separated list. */
    private static Stream<String> several(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf);
        }
        if (value instanceof String[] array) {
            return Arrays.stream(array);
        }
        return value == null
                ? Stream.empty()
                : Arrays.stream(StringUtils.commaDelimitedListToStringArray(value.toString()));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " '" + name
                    + "' on @TdTopicListener must be one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    private <T> @Nullable T bean(String name, Class<T> type) {
        return name.isEmpty() ? null : beans.getBean(name, type);
    }

    private @Nullable Integer number(String raw) {
        String text = text(raw);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private @Nullable Boolean flag(String raw) {
        String text = text(raw);
        if (text.isEmpty() || text.equals("true") || text.equals("false")) {
            return text.isEmpty() ? null : Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("'" + text + "' on @TdTopicListener must be true or false");
    }

    private static @Nullable ListenerType type(String name, @Nullable Boolean batch) {
        ListenerType type = constant(ListenerType.class, name);
        if (batch == null) {
            return type;
        }
        ListenerType byBatch = batch ? ListenerType.BATCH : ListenerType.RECORD;
        if (type != null && type != byBatch) {
            throw new IllegalArgumentException(
                    "type '" + name + "' and batch '" + batch + "' on @TdTopicListener contradict each other");
        }
        return byBatch;
    }

    private Map<String, String> properties(TdTopicListener annotation) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String raw : annotation.properties()) {
            String text = text(raw);
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("property '" + text + "' on @TdTopicListener must be key=value");
            }
            properties.put(
                    text.substring(0, equals).trim(), text.substring(equals + 1).trim());
        }
        return properties;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

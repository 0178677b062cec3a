// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.messaging.handler.annotation.MessageMapping;

/**
 * One of the methods of a class with {@link TdTopicListener}, chosen by its payload.
 *
 * <p>Rows go to the method whose record class finds all its components among their columns; of several, to the one with
 * the most components. A method that takes a {@code Map} or a {@link io.tdspring.data.Row} gets rows that fit no record.
 * Changes of tables go to the method with the closest type of {@link io.tdspring.data.meta.TableMeta}; those that no method
 * takes count as handled. Of a message that has both, the rows are handed on first.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@MessageMapping
public @interface TdTopicHandler {

    /** Whether the method gets the rows that fit no other; at most one of a class does. */
    boolean isDefault() default false;
}

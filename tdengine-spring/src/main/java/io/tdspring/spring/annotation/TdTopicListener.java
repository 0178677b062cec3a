// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.messaging.handler.annotation.MessageMapping;

/**
 * Makes a method the listener of TDengine topics.
 *
 * <p>The method takes one row at a time, as a Java record whose components carry the columns' names, as
 * {@link io.tdspring.data.Row}, as a scalar, or as {@link io.tdspring.spring.listener.TdRecord} of one of these; or, with
 * {@link #batch()}, the {@code List} of a message's rows. It may also take the
 * {@link io.tdspring.client.tmq.TmqMessage} (alone, if it wants the blocks only) and a
 * {@link io.tdspring.spring.listener.TdConsumerSeeker}. When it has returned for all rows of a message, that message's
 * end is committed; when it throws, the failed row is handed on again after a pause.
 *
 * <p>All texts may hold {@code ${…}} placeholders and {@code #{…}} expressions.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(TdTopicListeners.class)
@MessageMapping
public @interface TdTopicListener {

    /** The container's id, unique in the application; made from the bean's and the method's name if empty. */
    String id() default "";

    /** The topics; one text may hold several, separated by commas. */
    String[] topics();

    /** The consumer group; the {@link #id()} if empty, else the container factory's. */
    String groupId() default "";

    /** Consumers of the group in this container, a number; the container factory's if empty. */
    String concurrency() default "";

    /** {@code true} for a list of rows, {@code false} for a row at a time; the container factory's if empty. */
    String batch() default "";

    /** The bean name of the container factory; {@code tdTopicListenerContainerFactory} if empty. */
    String containerFactory() default "";

    /** {@code false} for a container that is started through the registry; the container factory's if empty. */
    String autoStartup() default "";

    /** More of the consumer's options by TDengine's own keys, each {@code key=value}. */
    String[] properties() default {};
}

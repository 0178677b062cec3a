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
 * Makes a method the listener of TDengine topics; on a class, those of its methods that have {@link TdTopicHandler}.
 *
 * <p>The method's payload is one row, as a Java record whose components carry the columns' names, as a {@code Map}, as
 * {@link io.tdspring.data.Row}, as a scalar, or as {@link io.tdspring.spring.listener.TdRecord} of one of these; with
 * {@link #batch()} the {@code List} of a message's rows, or {@link io.tdspring.spring.listener.TdRecords}; in any case a
 * {@link io.tdspring.client.tmq.TableBlock} or {@link io.tdspring.data.Block}, called once a block, or a type of {@link
 * io.tdspring.data.meta.TableMeta}, called for each change of tables of that type. {@code Message} of one of these will do
 * as well, and {@code @Payload} may mark it. Beside it a method may take {@code @Header} and {@code @Headers} by the names
 * of {@link io.tdspring.spring.support.TdHeaders}, the {@link io.tdspring.client.tmq.TmqMessage} (alone, if it wants whole
 * messages only) and a {@link io.tdspring.spring.listener.TdConsumerSeeker}.
 *
 * <p>When the method has returned for all of a message, that message's end is committed; when it throws, what failed is
 * handed on again after a pause. A row that cannot be made into the payload fails alone, as a {@link
 * io.tdspring.spring.listener.PoisonRowException}.
 *
 * <p>All texts may hold {@code ${…}} placeholders and {@code #{…}} expressions; in these {@code __listener} is the bean
 * itself.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
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

    /**
     * How the method takes rows, a constant of {@link io.tdspring.spring.config.ListenerType}; the container factory's if empty.
     */
    String type() default "";

    /** {@code true} for the {@link #type()} {@code BATCH}, {@code false} for {@code RECORD}. */
    String batch() default "";

    /** The bean name of the container factory; {@code tdTopicListenerContainerFactory} if empty. */
    String containerFactory() default "";

    /** {@code false} for a container that is started through the registry; the container factory's if empty. */
    String autoStartup() default "";

    /**
     * When offsets are committed, a constant of {@link io.tdspring.spring.listener.AckMode}; the container factory's if empty.
     */
    String ackMode() default "";

    /** The bean name of a {@link io.tdspring.spring.listener.RowFilter}; that of the container factory if empty. */
    String filter() default "";

    /**
     * The bean name of an {@link io.tdspring.spring.listener.ErrorHandler} for this listener; that of the container factory
     * if empty.
     */
    String errorHandler() default "";

    /** The bean name of a {@link io.tdspring.spring.config.ContainerCustomizer} that has the last word on the container. */
    String containerPostProcessor() default "";

    /** Any text, for the header {@link io.tdspring.spring.support.TdHeaders#LISTENER_INFO}. */
    String info() default "";

    /** More of the consumer's options by TDengine's own keys, each {@code key=value}. */
    String[] properties() default {};
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Switches {@link TdTopicListener} on. Spring Boot's auto-configuration does this by itself.
 *
 * <p>A bean {@code tdTopicListenerContainerFactory} of type
 * {@link io.tdspring.spring.config.TdTopicListenerContainerFactory} is needed beside it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(TdTopicListenerConfiguration.class)
public @interface EnableTdTopic {}

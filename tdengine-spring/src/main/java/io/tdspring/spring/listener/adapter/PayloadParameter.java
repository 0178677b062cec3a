// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.spring.listener.TdRecords;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.validation.annotation.ValidationAnnotationUtils;

/**
 * The parameter for which a method is called: rows, blocks, or changes of tables. Immutable.
 *
 * @param type as declared; of a {@code Message} what it holds
 */
record PayloadParameter(MethodParameter parameter, ResolvableType type) {

    /** Whether it takes whole blocks. */
    boolean takesBlocks() {
        return type.toClass() == Block.class || type.toClass() == TableBlock.class;
    }

    /** Whether it takes changes of tables. */
    boolean takesMetas() {
        return TableMeta.class.isAssignableFrom(type.toClass());
    }

    /** Whether it takes the rows of a batch with their tables. */
    boolean takesRecords() {
        return type.toClass() == TdRecords.class;
    }

    /** Whether it takes several rows. */
    boolean takesList() {
        return type.toClass() == List.class || takesRecords();
    }

    /** Whether it takes several of what is no row. */
    boolean takesListOfMessages() {
        Class<?> element = type.getGeneric(0).toClass();
        return takesList()
                && (element == TmqMessage.class
                        || element == TableBlock.class
                        || element == Block.class
                        || TableMeta.class.isAssignableFrom(element));
    }

    /** What the check of {@code @Valid} or {@code @Validated} is told, such as groups; null if there is no such check. */
    Object @Nullable [] validationHints() {
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            Object[] hints = ValidationAnnotationUtils.determineValidationHints(annotation);
            if (hints != null) {
                return hints;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "parameter " + parameter.getParameterIndex() + " of " + parameter.getExecutable();
    }
}

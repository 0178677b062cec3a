// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistrar;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotationCollectors;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.RepeatableContainers;

/** Finds the methods and classes with {@link TdTopicListener} and, once all singletons stand, registers their endpoints. */
public final class TdTopicListenerAnnotationBeanPostProcessor
        implements BeanPostProcessor, SmartInitializingSingleton, BeanFactoryAware {

    /** The container factory that is taken when the annotation names none. */
    public static final String DEFAULT_CONTAINER_FACTORY = "tdTopicListenerContainerFactory";

    private final List<Found> found = new ArrayList<>();
    private @Nullable ConfigurableBeanFactory beanFactory;

    private record Found(TdTopicListener annotation, String defaultId, ListenerTarget target) {}

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        this.beanFactory = (ConfigurableBeanFactory) beanFactory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Class<?> type = AopUtils.getTargetClass(bean);
        Map<Method, Set<TdTopicListener>> listeners = MethodIntrospector.selectMethods(
                type, (MethodIntrospector.MetadataLookup<@Nullable Set<TdTopicListener>>) method -> {
                    Set<TdTopicListener> annotations = listenersOn(method);
                    return annotations.isEmpty() ? null : annotations;
                });
        listeners.forEach((method, annotations) -> {
            Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
            note(annotations, beanName + "." + method.getName(), ListenerTarget.of(bean, invocable));
        });
        Set<TdTopicListener> onClass = listenersOn(type);
        if (!onClass.isEmpty()) {
            note(onClass, beanName, handlersOf(bean, type));
        }
        return bean;
    }

    private void note(Set<TdTopicListener> annotations, String defaultId, ListenerTarget target) {
        synchronized (found) {
            annotations.forEach(annotation -> found.add(new Found(annotation, defaultId, target)));
        }
    }

    private static Set<TdTopicListener> listenersOn(AnnotatedElement element) {
        return MergedAnnotations.from(
                        element,
                        SearchStrategy.TYPE_HIERARCHY,
                        RepeatableContainers.explicitRepeatable(TdTopicListener.class, TdTopicListeners.class))
                .stream(TdTopicListener.class)
                .collect(MergedAnnotationCollectors.toAnnotationSet());
    }

    private static ListenerTarget handlersOf(Object bean, Class<?> type) {
        Map<Method, TdTopicHandler> handlers =
                MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable TdTopicHandler>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, TdTopicHandler.class));
        List<Method> methods = new ArrayList<>();
        List<Method> defaults = new ArrayList<>();
        handlers.forEach((method, annotation) -> {
            Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
            methods.add(invocable);
            if (annotation.isDefault()) {
                defaults.add(invocable);
            }
        });
        if (methods.isEmpty() || defaults.size() > 1) {
            throw new IllegalArgumentException(type.getName() + " with @TdTopicListener must have methods with"
                    + " @TdTopicHandler, at most one of them the default; it has " + methods);
        }
        return new ListenerTarget(bean, methods, defaults.isEmpty() ? null : defaults.get(0));
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Found> all;
        synchronized (found) {
            all = List.copyOf(found);
            found.clear();
        }
        ConfigurableBeanFactory beans = Objects.requireNonNull(beanFactory, "not in a bean factory");
        List<TdTopicListenerConfigurer> configurers = beans.getBeanProvider(TdTopicListenerConfigurer.class)
                .orderedStream()
                .toList();
        if (all.isEmpty() && configurers.isEmpty()) {
            return;
        }
        TdTopicListenerEndpointRegistry registry = beans.getBean(TdTopicListenerEndpointRegistry.class);
        for (Found listener : all) {
            AnnotationTexts texts = new AnnotationTexts(beans, listener.target);
            TdTopicListenerEndpoint endpoint = texts.endpoint(listener.annotation, listener.defaultId);
            registry.register(endpoint, containerFactory(beans, texts.text(listener.annotation.containerFactory())));
        }
        TdTopicListenerEndpointRegistrar registrar =
                new TdTopicListenerEndpointRegistrar(registry, () -> containerFactory(beans, ""));
        configurers.forEach(configurer -> configurer.configureTdTopicListeners(registrar));
    }

    private static TdTopicListenerContainerFactory containerFactory(ConfigurableBeanFactory beans, String name) {
        String bean = name.isEmpty() ? DEFAULT_CONTAINER_FACTORY : name;
        return beans.getBean(bean, TdTopicListenerContainerFactory.class);
    }
}

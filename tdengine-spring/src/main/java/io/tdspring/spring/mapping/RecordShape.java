// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record class, looked at once: its components and its canonical constructor. Immutable.
 *
 * @param constructor takes the components' values
 */
record RecordShape(Class<?> type, List<MappedComponent> components, MethodHandle constructor) {

    /**
     * Looks at a record class.
     *
     * @throws IllegalArgumentException if the class is no record, its annotations contradict one another, or its module
     *     does not open it to this one
     */
    static RecordShape of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record: only records are mapped, not beans");
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            List<MappedComponent> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                MethodHandle handle =
                        lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
                components.add(MappedComponent.of(type, component, handle));
            }
            return new RecordShape(type, List.copyOf(components), constructorOf(type, lookup));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be reached: open its package to the module of this library", e);
        }
    }

    private static MethodHandle constructorOf(Class<?> type, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return lookup.unreflectConstructor(canonical);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.EnableTdTopic;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

/** A context that was processed ahead of time: its hints, and the code that takes its place. */
final class AheadOfTime {

    /** A class of each package into which code is generated; it gets the rights of that package. */
    private static final List<Class<?>> NEIGHBOURS =
            List.of(AheadOfTime.class, EnableTdTopic.class, EventListener.class);

    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    private final DefaultGenerationContext generation = new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(AheadOfTime.class.getPackageName(), "AheadOfTime")), files);
    private final String initializer;

    private AheadOfTime(GenericApplicationContext context) {
        initializer = new ApplicationContextAotGenerator()
                .processAheadOfTime(context, generation)
                .reflectionName();
        generation.writeGeneratedContent();
    }

    static AheadOfTime process(Class<?> configuration) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(configuration);
            return new AheadOfTime(context);
        }
    }

    RuntimeHints hints() {
        return generation.getRuntimeHints();
    }

    /** Compiles and loads the code; once in a JVM, since it joins the packages that it was generated for. */
    @SuppressWarnings("unchecked") // Its Javadoc promises that it initializes such contexts.
    ApplicationContextInitializer<GenericApplicationContext> compile(Path classes) throws Exception {
        compileTo(classes);
        try (Stream<Path> compiled = Files.walk(classes)) {
            for (Path file :
                    compiled.filter(path -> path.toString().endsWith(".class")).toList()) {
                define(Files.readAllBytes(file), classes.relativize(file.getParent()));
            }
        }
        return (ApplicationContextInitializer<GenericApplicationContext>) Class.forName(initializer)
                .asSubclass(ApplicationContextInitializer.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private void compileTo(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        boolean isCompiled =
                compiler.getTask(messages, null, null, options, null, sources()).call();
        assertThat(isCompiled).as(messages.toString()).isTrue();
    }

    private List<JavaFileObject> sources() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (Map.Entry<String, InputStreamSource> file :
                files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).entrySet()) {
            sources.add(new Source(file.getKey(), text(file.getValue())));
        }
        return sources;
    }

    private static String text(InputStreamSource source) {
        try (var in = source.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static void define(byte[] bytes, Path folder) throws IllegalAccessException {
        Class<?> neighbour = NEIGHBOURS.stream()
                .filter(type -> Path.of(type.getPackageName().replace('.', '/')).equals(folder))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class is known in " + folder));
        MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(bytes);
    }
}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The content of a store or of a PEM text, which is read when it is needed. Its text says where it comes from. */
final class Material {

    private static final long MAX_BYTES = 16 << 20;

    private final String name;
    private final Source source;

    private interface Source {
        byte[] read() throws IOException;
    }

    private Material(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    static Material of(String name, Path file) {
        return new Material(name + " " + file, () -> {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("it is longer than " + MAX_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        });
    }

    static Material of(String name, byte[] content) {
        byte[] copy = content.clone();
        return new Material(name, copy::clone);
    }

    byte[] read() {
        try {
            return source.read();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("cannot read " + this + ": there is no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + this + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "the " + name;
    }
}

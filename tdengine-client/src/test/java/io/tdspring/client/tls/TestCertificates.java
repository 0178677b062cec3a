// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Certificates that sign themselves, made by the JDK's keytool in a directory of the test's. */
public final class TestCertificates {

    public static final String PASSWORD = "changeit";

    private final Path directory;
    private final AtomicInteger made = new AtomicInteger();

    public TestCertificates(Path directory) {
        this.directory = directory;
    }

    /**
     * A key store with one key.
     *
     * @param type {@code PKCS12} or {@code JKS}
     * @param names as in {@code dns:localhost,ip:127.0.0.1}
     */
    public Path keyStore(String name, String type, String names) {
        Path file = directory.resolve(name + "." + type);
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name)
                .with("-ext", "san=" + names, "-validity", "2", "-storetype", type, "-keystore", file.toString())
                .with("-keypass", PASSWORD)
                .run();
        return file;
    }

    /** A trust store with the certificate of that key store. */
    public Path trustStore(Path keyStore, String type) {
        Path certificate = write(keyStore.getFileName() + ".crt", certificatePem(keyStore));
        Path file = directory.resolve(keyStore.getFileName() + "." + made.incrementAndGet() + ".trust." + type);
        keytool("-importcert", "-noprompt", "-alias", "peer", "-file", certificate.toString())
                .with("-storetype", type, "-keystore", file.toString())
                .run();
        return file;
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String certificatePem(Path keyStore) {
        try {
            KeyStore store = open(keyStore);
            return pem("CERTIFICATE", store.getCertificate(alias(store)).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String privateKeyPem(Path keyStore) {
        try {
            KeyStore store = open(keyStore);
            return pem(
                    "PRIVATE KEY",
                    store.getKey(alias(store), PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String alias(KeyStore store) throws GeneralSecurityException {
        return store.aliases().nextElement();
    }

    private static KeyStore open(Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static Keytool keytool(String... arguments) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        return new Keytool(List.of(tool.toString())).with(arguments).with("-storepass", PASSWORD);
    }

    private record Keytool(List<String> command) {

        Keytool with(String... arguments) {
            List<String> longer = new ArrayList<>(command);
            longer.addAll(List.of(arguments));
            return new Keytool(longer);
        }

        void run() {
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IllegalStateException("keytool failed: " + output);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

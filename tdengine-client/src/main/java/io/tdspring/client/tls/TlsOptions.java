// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import io.tdspring.client.transport.TlsSettings;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which servers are trusted, and what this client shows of itself; confined to one thread.
 *
 * <p>Stores are PKCS #12 or JKS, or PEM text (RFC 7468), told apart by their content. Without a trust store those are
 * trusted whom the JDK trusts; without a key store this client shows no certificate. Nothing is read before
 * {@link #settings}.
 */
public final class TlsOptions {

    private @Nullable Material trustStore;
    private String trustStorePassword = "";
    private @Nullable Material keyStore;
    private String keyStorePassword = "";
    private @Nullable Material privateKey;
    private boolean verifyHost = true;
    private @Nullable SSLContext context;
    private @Nullable X509TrustManager trust;

    /** A file with the certificates that are trusted: a server's own, or those of authorities. */
    public TlsOptions trustStore(Path file) {
        trustStore = Material.of("trust store", file);
        return this;
    }

    /** As {@link #trustStore(Path)}, of a file's content. */
    public TlsOptions trustStore(byte[] content) {
        trustStore = Material.of("trust store", content);
        return this;
    }

    /** Not needed for PEM. */
    public TlsOptions trustStorePassword(String password) {
        trustStorePassword = Objects.requireNonNull(password, "password");
        return this;
    }

    /**
     * A file with the private key of this client and the certificates for it, its own first. In PEM the key is either in
     * the same file or in a {@linkplain #privateKey(Path) file of its own}.
     */
    public TlsOptions keyStore(Path file) {
        keyStore = Material.of("key store", file);
        return this;
    }

    /** As {@link #keyStore(Path)}, of a file's content. */
    public TlsOptions keyStore(byte[] content) {
        keyStore = Material.of("key store", content);
        return this;
    }

    /** The password of the store and of the key in it, or of a private key in PEM. */
    public TlsOptions keyStorePassword(String password) {
        keyStorePassword = Objects.requireNonNull(password, "password");
        return this;
    }

    /** A file with the private key for the certificates of a PEM key store: PKCS #8 as PEM, encrypted or not. */
    public TlsOptions privateKey(Path file) {
        privateKey = Material.of("private key", file);
        return this;
    }

    /** As {@link #privateKey(Path)}, of a file's content. */
    public TlsOptions privateKey(byte[] content) {
        privateKey = Material.of("private key", content);
        return this;
    }

    /** Whether the server's certificate must name the host (RFC 9525); it must unless this is set to false, for tests. */
    public TlsOptions verifyHost(boolean verify) {
        verifyHost = verify;
        return this;
    }

    /**
     * Takes what has been made elsewhere, instead of stores.
     *
     * @param trust decides, as {@code context} does, which servers are trusted
     */
    public TlsOptions context(SSLContext context, X509TrustManager trust) {
        this.context = Objects.requireNonNull(context, "context");
        this.trust = Objects.requireNonNull(trust, "trust");
        return this;
    }

    /**
     * Reads the stores.
     *
     * @throws IllegalArgumentException if one cannot be read, its password is wrong, or what is needed is not in it
     */
    public TlsSettings settings() {
        if (context != null && trust != null) {
            if (trustStore != null || keyStore != null || privateKey != null) {
                throw new IllegalArgumentException("a TLS context of your own and stores do not go together");
            }
            return new TlsSettings(context, trust, verifyHost);
        }
        if (privateKey != null && keyStore == null) {
            throw new IllegalArgumentException("there is a private key, but no key store with its certificate");
        }
        X509TrustManager trusted = TrustedCertificates.of(trustStore, trustStorePassword);
        return new TlsSettings(
                OwnCertificate.context(keyStore, privateKey, keyStorePassword, trusted), trusted, verifyHost);
    }
}

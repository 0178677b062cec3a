// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Decides which servers are trusted. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * Trusts those whose certificates are in the store.
     *
     * @param store null for whom the JDK trusts
     */
    static X509TrustManager of(@Nullable Material store, String password) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store == null ? null : read(store, password));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("this Java has no X.509 trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    (store == null ? "the trust store of this Java" : store.toString()) + " cannot be used", e);
        }
    }

    private static KeyStore read(Material origin, String password) throws KeyStoreException {
        byte[] content = origin.read();
        if (!PemText.isPem(content)) {
            KeyStore store = Stores.read(origin, content, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    return store;
                }
            }
            throw new IllegalArgumentException(origin + " has no trusted certificate"
                    + (password.isEmpty() ? " that can be read without a password" : ""));
        }
        List<X509Certificate> certificates = PemText.read(origin, content).certificates();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(origin + " has no certificate");
        }
        KeyStore store = Stores.empty();
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        return store;
    }
}

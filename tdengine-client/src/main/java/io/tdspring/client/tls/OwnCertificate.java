// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Shows servers the certificate of this client. */
final class OwnCertificate {

    private OwnCertificate() {}

    /**
     * A context that shows what is in the key store.
     *
     * @param keyStore null to show nothing
     * @param privateKey null if the key is in the store
     */
    static SSLContext context(
            @Nullable Material keyStore, @Nullable Material privateKey, String password, X509TrustManager trust) {
        try {
            KeyManager[] keys = keyStore == null ? null : keyManagers(keyStore, privateKey, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return context;
        } catch (UnrecoverableKeyException e) {
            throw new IllegalArgumentException("the password of the key in " + keyStore + " is wrong", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    (keyStore == null ? "TLS" : keyStore.toString()) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keyManagers(Material origin, @Nullable Material privateKey, String password)
            throws GeneralSecurityException {
        byte[] content = origin.read();
        KeyStore store;
        if (PemText.isPem(content)) {
            store = pemStore(PemText.read(origin, content), privateKey, password);
        } else if (privateKey == null) {
            store = Stores.read(origin, content, password);
            requireKey(store, origin);
        } else {
            throw new IllegalArgumentException(privateKey + " is for PEM, which " + origin + " is not");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        return factory.getKeyManagers();
    }

    private static void requireKey(KeyStore store, Material origin) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return;
            }
        }
        throw new IllegalArgumentException(origin + " has no private key");
    }

    private static KeyStore pemStore(PemText chain, @Nullable Material privateKey, String password)
            throws KeyStoreException {
        PemText keys = privateKey == null ? chain : PemText.read(privateKey, privateKey.read());
        PemText.Block block = keys.privateKey()
                .orElseThrow(() -> new IllegalArgumentException(keys.origin() + " has no private key"));
        PrivateKey key = PrivateKeys.read(block, password, keys.origin());
        List<X509Certificate> certificates = chain.certificates();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(chain.origin() + " has no certificate");
        }
        PrivateKeys.requirePair(key, certificates.get(0).getPublicKey(), chain.origin());
        KeyStore store = Stores.empty();
        store.setKeyEntry("own", key, password.toCharArray(), certificates.toArray(new X509Certificate[0]));
        return store;
    }
}

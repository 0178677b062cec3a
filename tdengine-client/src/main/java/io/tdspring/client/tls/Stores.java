// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;

/** Opens stores in the JDK's formats. */
final class Stores {

    /** The JDK takes either of its formats under either name. */
    private static final String FORMAT = "PKCS12";

    private Stores() {}

    static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance(FORMAT);
            store.load(null, null);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + FORMAT + " stores", e);
        }
    }

    /**
     * A store of that content.
     *
     * @param password empty if there is none
     */
    static KeyStore read(Material origin, byte[] content, String password) {
        try {
            KeyStore store = KeyStore.getInstance(FORMAT);
            store.load(new ByteArrayInputStream(content), password.isEmpty() ? null : password.toCharArray());
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new IllegalArgumentException("the password of " + origin + " is wrong", e);
            }
            throw new IllegalArgumentException(origin + " is neither PKCS #12, nor JKS, nor PEM", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(origin + " has something that this Java cannot read", e);
        }
    }
}

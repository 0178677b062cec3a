// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys in PKCS #8 (RFC 5958). */
final class PrivateKeys {

    private static final String CONVERT =
            "; convert it by: openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem -out new.pem";

    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    /** PKCS #8 tells the algorithm by a number that the JDK's factories check, each its own. */
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA");

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private PrivateKeys() {}

    /**
     * The key.
     *
     * @param password empty if there is none
     * @param origin for messages
     */
    static PrivateKey read(PemText.Block block, String password, Material origin) {
        if (block.label().equals(PLAIN)) {
            return decode(new PKCS8EncodedKeySpec(block.der()), origin);
        }
        if (block.label().equals(ENCRYPTED)) {
            return decode(decrypt(block.der(), password, origin), origin);
        }
        throw new IllegalArgumentException(origin + " has a \"" + block.label() + "\", which is not PKCS #8" + CONVERT);
    }

    private static PrivateKey decode(PKCS8EncodedKeySpec spec, Material origin) {
        InvalidKeySpecException failure = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                failure = e;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("this Java cannot read keys for " + algorithm, e);
            }
        }
        throw new IllegalArgumentException(
                origin + " has a private key for none of the algorithms " + ALGORITHMS, failure);
    }

    private static PKCS8EncodedKeySpec decrypt(byte[] der, String password, Material origin) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException(origin + " has an encrypted private key, and no password was given");
        }
        PBEKeySpec secret = new PBEKeySpec(password.toCharArray());
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            // PBES2 stands for many schemes; which one it is the parameters say.
            String scheme = info.getAlgName().startsWith("PBEWith")
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(secret),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            throw new IllegalArgumentException("the password for the private key in " + origin + " is wrong", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    origin + " has a private key that this Java cannot decrypt" + CONVERT, e);
        } finally {
            secret.clearPassword();
        }
    }

    /**
     * Does nothing if they belong together, or if that cannot be told.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void requirePair(PrivateKey key, PublicKey certified, Material origin) {
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) {
            return;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            byte[] message = {1, 2, 3};
            signature.initSign(key);
            signature.update(message);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(message);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(mismatch(origin), e);
        }
        throw new IllegalArgumentException(mismatch(origin));
    }

    private static String mismatch(Material origin) {
        return "the first certificate in " + origin + " is not for the private key";
    }
}

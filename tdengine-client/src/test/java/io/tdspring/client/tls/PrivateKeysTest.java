// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** The PEM texts were written by OpenSSL 3.0 for these tests; they protect nothing. */
class PrivateKeysTest {

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBdjCCAR2gAwIBAgIUaqiO4NC4JYj+gxy1OutYXREKXGcwCgYIKoZIzj0EAwIw
            EDEOMAwGA1UEAwwFcGxhbnQwIBcNMjYxMTIzMDUxNTQzWhgPMjEyNjEwMzAwNTE1
            NDNaMBAxDjAMBgNVBAMMBXBsYW50MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
            94X2kK0v4DlwjtEvNNlIZ9i/Vx+wfpYub8qyhzKNqevZU8hFN7K3R+8jBdLsWhwF
            wvfXZWuNBxi+TN6PfO142qNTMFEwHQYDVR0OBBYEFJQPJH/T/oWF1xZG2LJgs7vT
            gn6GMB8GA1UdIwQYMBaAFJQPJH/T/oWF1xZG2LJgs7vTgn6GMA8GA1UdEwEB/wQF
            MAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgJNg+Wwxz3BZlxGQdgK1gjFTborZkdw1U
            LLJrN0rCskMCIDdjXhKhKDRTJY8jB2rM7ATVGhPbII3xi+0umYa7eCon
            -----END CERTIFICATE-----
            """;

    /** By {@code openssl pkcs8 -topk8 -nocrypt}. */
    private static final String PLAIN = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7zW9OwGVH8r4eE8i
            xFbp626DzeQeAU5NbsQ+RtKRfVGhRANCAAT3hfaQrS/gOXCO0S802Uhn2L9XH7B+
            li5vyrKHMo2p69lTyEU3srdH7yMF0uxaHAXC99dla40HGL5M3o987Xja
            -----END PRIVATE KEY-----
            """;

    /** The same key by {@code openssl pkcs8 -topk8}, under the password {@code s3cret}. */
    private static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhk1q/OUJfWPQICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGdU3mLoZOufKJC1BGbP/FcEgZA1
            8rT/5+YDhN6vqXHOHpST/KMTmAJEk9Hjzv47lyiqybgKOy7jGmFiJatZoY7hw7BX
            VKeDtW6hifDJomqAqWMilhnmAgvxFD9cxPvktNEhggQJCgttcg2EuWjc3lSk3VQr
            j1OCI4M3VINaxH2nzu12O3mWpptnoftgmBSVm2hhd5G/fZ8Oa8UBhgzvG82Sjc4=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /** The same key by {@code openssl req -keyout}, whose cipher (DES) Java has not under this scheme. */
    private static final String WITH_DES = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHjME4GCSqGSIb3DQEFDTBBMCkGCSqGSIb3DQEFDDAcBAjAL47k4vvWAgICCAAw
            DAYIKoZIhvcNAgkFADAUBggqhkiG9w0DBwQIzSf2AqEdwxoEgZBHDLaE+YaqrkI3
            D4sovScG3I1DwYmn8LiHJAcKm5sigKoaaoDmEjh9sJXqeuRhRdDIJV5nfQPCC3dd
            QPAWYLagdbJj/ceFv1F/uCq9XXDIi+KteCcgtJCOy3KS7+jSFaKaFwLlBqzto+4C
            fciICaRDdQ9UYDWH1NnwfcXkN5b4BAmDRh7hYkLyOkmgWsgWd4o=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /** The same key by {@code openssl ec}, in SEC 1. */
    private static final String SEC1 = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIO81vTsBlR/K+HhPIsRW6etug83kHgFOTW7EPkbSkX1RoAoGCCqGSM49
            AwEHoUQDQgAE94X2kK0v4DlwjtEvNNlIZ9i/Vx+wfpYub8qyhzKNqevZU8hFN7K3
            R+8jBdLsWhwFwvfXZWuNBxi+TN6PfO142g==
            -----END EC PRIVATE KEY-----
            """;

    private static PemText pem(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return PemText.read(Material.of("key store", content), content);
    }

    private static PrivateKey key(String text, String password) {
        PemText pem = pem(text);
        return PrivateKeys.read(pem.privateKey().orElseThrow(), password, pem.origin());
    }

    @Test
    void readsAKeyInTheClear() {
        PrivateKey key = key("Bag Attributes\n" + PLAIN, "");

        assertThat(key.getAlgorithm()).isEqualTo("EC");
        PrivateKeys.requirePair(
                key, certificate().getPublicKey(), pem(CERTIFICATE).origin());
    }

    private static X509Certificate certificate() {
        return pem(CERTIFICATE).certificates().get(0);
    }

    @Test
    void readsAnEncryptedKey() {
        assertThat(key(ENCRYPTED, "s3cret")).isEqualTo(key(PLAIN, ""));
    }

    @Test
    void saysThatThePasswordIsWrongOrMissingWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(ENCRYPTED, "guessed"))
                .withMessage("the password for the private key in the key store is wrong");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(ENCRYPTED, ""))
                .withMessage("the key store has an encrypted private key, and no password was given");
    }

    @Test
    void saysHowToConvertWhatJavaCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(SEC1, ""))
                .withMessage("the key store has a \"EC PRIVATE KEY\", which is not PKCS #8; convert it by:"
                        + " openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem -out new.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(WITH_DES, "s3cret"))
                .withMessageContaining("that this Java cannot decrypt; convert it by: openssl pkcs8");
    }

    @Test
    void readsCertificatesInTheirOrder() {
        assertThat(pem(PLAIN + "\r\ntext between\r\n" + CERTIFICATE + CERTIFICATE)
                        .certificates())
                .hasSize(2)
                .allSatisfy(certificate -> assertThat(
                                certificate.getSubjectX500Principal().getName())
                        .isEqualTo("CN=plant"));
        assertThat(pem(PLAIN).certificates()).isEmpty();
    }

    @Test
    void refusesAPemTextCutShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pem(CERTIFICATE.substring(0, 200)))
                .withMessage("the key store breaks off: there is no \"-----END CERTIFICATE-----\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pem("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"))
                .withMessage("the key store is damaged: its CERTIFICATE is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")
                        .certificates())
                .withMessage("the key store has a certificate that cannot be read");
    }
}

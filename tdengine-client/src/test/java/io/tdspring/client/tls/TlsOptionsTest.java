// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.transport.TlsSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsOptionsTest {

    private static TestCertificates certificates;
    private static Path plant;
    private static Path other;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeKeys() {
        certificates = new TestCertificates(directory);
        plant = certificates.keyStore("plant", "PKCS12", "dns:localhost");
        other = certificates.keyStore("other", "JKS", "dns:localhost");
    }

    private static TlsOptions options() {
        return new TlsOptions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void trustsWhoIsInAStoreOfEitherType(String type) {
        Path store = certificates.trustStore(plant, type);

        TlsSettings settings = options()
                .trustStore(store)
                .trustStorePassword(TestCertificates.PASSWORD)
                .settings();

        assertThat(settings.trust().getAcceptedIssuers())
                .extracting(issuer -> issuer.getSubjectX500Principal().getName())
                .containsExactly("CN=plant");
        assertThat(settings.verifiesHost()).isTrue();
    }

    @Test
    void trustsWhoIsInAPemTextAndWithoutOneWhoTheJdkTrusts() {
        byte[] pem = (TestCertificates.certificatePem(plant) + TestCertificates.certificatePem(other))
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(options().trustStore(pem).settings().trust().getAcceptedIssuers())
                .extracting(X509Certificate::getSubjectX500Principal)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("CN=plant", "CN=other");
        assertThat(options().settings().trust().getAcceptedIssuers()).hasSizeGreaterThan(10);
    }

    @Test
    void readsOwnKeysFromStoresAndPem() {
        String pem = TestCertificates.certificatePem(plant) + TestCertificates.privateKeyPem(plant);
        Path chain = certificates.write("chain.pem", TestCertificates.certificatePem(plant));
        Path key = certificates.write("key.pem", TestCertificates.privateKeyPem(plant));

        for (Path store : new Path[] {plant, other}) {
            assertThatCode(() -> options()
                            .keyStore(store)
                            .keyStorePassword(TestCertificates.PASSWORD)
                            .settings())
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> options()
                        .keyStore(pem.getBytes(StandardCharsets.US_ASCII))
                        .settings())
                .doesNotThrowAnyException();
        assertThatCode(() -> options().keyStore(chain).privateKey(key).settings())
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatAFileIsMissing() {
        Path nowhere = directory.resolve("nowhere.p12");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().trustStore(nowhere).settings())
                .withMessage("cannot read the trust store " + nowhere + ": there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void saysThatAPasswordIsWrong(String type) {
        Path store = certificates.trustStore(plant, type);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .trustStore(store)
                        .trustStorePassword("guessed")
                        .settings())
                .withMessage("the password of the trust store " + store + " is wrong");
    }

    @Test
    void saysWhatIsNotInAStore() {
        Path trust = certificates.trustStore(plant, "PKCS12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().trustStore(trust).settings())
                .withMessage(
                        "the trust store " + trust + " has no trusted certificate that can be read without a password");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .trustStore(plant)
                        .trustStorePassword(TestCertificates.PASSWORD)
                        .settings())
                .withMessage("the trust store " + plant + " has no trusted certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .keyStore(trust)
                        .keyStorePassword(TestCertificates.PASSWORD)
                        .settings())
                .withMessage("the key store " + trust + " has no private key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .trustStore("hello".getBytes(StandardCharsets.US_ASCII))
                        .settings())
                .withMessage("the trust store is neither PKCS #12, nor JKS, nor PEM");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .trustStore(TestCertificates.privateKeyPem(plant).getBytes(StandardCharsets.US_ASCII))
                        .settings())
                .withMessage("the trust store has no certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .keyStore(TestCertificates.certificatePem(plant).getBytes(StandardCharsets.US_ASCII))
                        .settings())
                .withMessage("the key store has no private key");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        String mixed = TestCertificates.certificatePem(plant) + TestCertificates.privateKeyPem(other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .keyStore(mixed.getBytes(StandardCharsets.US_ASCII))
                        .settings())
                .withMessage("the first certificate in the key store is not for the private key");
    }

    @Test
    void takesAReadyContextButNotBesideStores() throws Exception {
        SSLContext context = SSLContext.getDefault();
        TlsSettings trusting = options().settings();

        TlsSettings settings =
                options().context(context, trusting.trust()).verifyHost(false).settings();

        assertThat(settings).isEqualTo(new TlsSettings(context, trusting.trust(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options()
                        .context(context, trusting.trust())
                        .trustStore(plant)
                        .settings())
                .withMessage("a TLS context of your own and stores do not go together");
    }

    @Test
    void readsNothingBeforeItIsAskedFor() throws Exception {
        Path late = directory.resolve("late.pem");
        TlsOptions options = options().trustStore(late);
        Files.writeString(late, TestCertificates.certificatePem(plant));

        assertThat(options.settings().trust().getAcceptedIssuers()).hasSize(1);
    }
}

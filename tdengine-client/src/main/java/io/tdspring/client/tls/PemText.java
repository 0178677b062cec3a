// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PEM text holds (RFC 7468); what stands between its blocks is ignored. Immutable.
 *
 * @param origin where it comes from, for messages
 */
record PemText(Material origin, List<Block> blocks) {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
    private static final String CERTIFICATE = "CERTIFICATE";

    /** A labelled piece of DER. */
    record Block(String label, String base64) {

        byte[] der() {
            return Base64.getMimeDecoder().decode(base64);
        }
    }

    static boolean isPem(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    static PemText read(Material origin, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<Block> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String end = "-----END " + begin.group(1) + "-----";
            int stop = text.indexOf(end, begin.end());
            if (stop < 0) {
                throw new IllegalArgumentException(origin + " breaks off: there is no \"" + end + "\"");
            }
            blocks.add(block(origin, begin.group(1), text.substring(begin.end(), stop)));
            from = stop + end.length();
        }
        return new PemText(origin, List.copyOf(blocks));
    }

    private static Block block(Material origin, String label, String base64) {
        Block block = new Block(label, base64);
        try {
            if (block.der().length > 0) {
                return block;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + " is damaged: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(origin + " is damaged: its " + label + " is empty");
    }

    /** The certificates, in the order of the text; there may be none. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label.equals(CERTIFICATE)) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
                }
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(origin + " has a certificate that cannot be read", e);
        }
        return certificates;
    }

    /** The first private key, in whatever form. */
    Optional<Block> privateKey() {
        return blocks.stream()
                .filter(block -> block.label.endsWith("PRIVATE KEY"))
                .findFirst();
    }
}

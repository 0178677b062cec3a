// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * How sockets are encrypted. Immutable.
 *
 * @param context with the client's own certificate, if it has one
 * @param trust decides, as {@code context} does, which servers are trusted
 * @param verifiesHost whether the server's certificate must name the host (RFC 9525); false only for tests
 */
public record TlsSettings(SSLContext context, X509TrustManager trust, boolean verifiesHost) {}

// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

/** The carrier or the server cannot do this at all; the message names what can. */
public class UnsupportedFeatureException extends TdengineException {

    private static final long serialVersionUID = 1L;

    public UnsupportedFeatureException(String message) {
        super(message, null);
    }
}

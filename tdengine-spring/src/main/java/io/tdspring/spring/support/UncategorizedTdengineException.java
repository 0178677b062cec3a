// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.support;

import io.tdspring.error.TdengineException;
import org.springframework.dao.UncategorizedDataAccessException;

/** A failure of TDengine for which Spring has no narrower class; the cause tells the code. */
public class UncategorizedTdengineException extends UncategorizedDataAccessException {

    private static final long serialVersionUID = 1L;

    public UncategorizedTdengineException(String message, TdengineException cause) {
        super(message, cause);
    }
}

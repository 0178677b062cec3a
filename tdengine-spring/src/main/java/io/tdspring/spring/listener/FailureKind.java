// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static java.util.Map.entry;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import java.util.Map;

/** What a failure of a consumer calls for; the codes are those of TDengine's manual, "Error Codes". */
enum FailureKind {
    /** The same consumer goes on after a pause: the group is being rebalanced, say. */
    RETRY,
    /** Another consumer has to take its place: its server is away, or has put it out of the group. */
    RECREATE,
    /** The login was refused: another consumer would be, too, until an account changes. */
    AUTHENTICATION,
    /** A topic does not exist: another consumer would fail as well, until somebody makes the topic. */
    MISSING_TOPIC,
    /** It would fail again for ever. */
    FATAL;

    /** TDengine's code for a vgroup that does not belong to this consumer. */
    static final int VGROUP_OF_ANOTHER = 0x4008;

    private static final Map<Integer, FailureKind> KINDS = Map.ofEntries(
            entry(0x0207, AUTHENTICATION),
            entry(0x0351, AUTHENTICATION),
            entry(ErrorCodes.AUTHENTICATION_FAILURE, AUTHENTICATION),
            entry(0x03e1, MISSING_TOPIC),
            entry(0x03ea, RETRY),
            entry(0x03ef, RETRY),
            entry(0x4001, RETRY),
            entry(0x4003, FATAL),
            entry(0x4004, FATAL),
            entry(0x4005, FATAL),
            entry(VGROUP_OF_ANOTHER, RETRY),
            entry(0x4015, RETRY));

    static FailureKind of(RuntimeException failure) {
        if (failure instanceof UnsupportedFeatureException || !(failure instanceof TdengineException known)) {
            return FATAL;
        }
        if (known instanceof TdengineConnectionException && known.code() == ErrorCodes.ADAPTER) {
            return AUTHENTICATION;
        }
        return KINDS.getOrDefault(known.code(), RECREATE);
    }
}

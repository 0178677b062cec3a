// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import java.util.Map;

/** What a failure of a consumer calls for; the codes are those of TDengine's manual, "Error Codes". */
enum FailureKind {
    /** The same consumer goes on after a pause: the group is being rebalanced, say. */
    RETRY,
    /** Another consumer has to take its place: its server is away, or has put it out of the group. */
    RECREATE,
    /** It would fail again for ever. */
    FATAL;

    /** TDengine's code for a vgroup that does not belong to this consumer. */
    static final int VGROUP_OF_ANOTHER = 0x4008;

    private static final Map<Integer, FailureKind> KINDS = Map.of(
            0x03ea,
            RETRY,
            0x03ef,
            RETRY,
            0x4001,
            RETRY,
            0x4003,
            FATAL,
            0x4004,
            FATAL,
            0x4005,
            FATAL,
            VGROUP_OF_ANOTHER,
            RETRY,
            0x4015,
            RETRY);

    static FailureKind of(RuntimeException failure) {
        if (failure instanceof UnsupportedFeatureException || !(failure instanceof TdengineException known)) {
            return FATAL;
        }
        return KINDS.getOrDefault(known.code(), RECREATE);
    }
}

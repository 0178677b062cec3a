// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which of several endpoints with equally many connections gets the next one. */
public enum EndpointOrder {
    /** An order of its own for each client, so that many clients do not all begin with the same server. The default. */
    SHUFFLED {
        @Override
        <T> List<T> arrange(List<T> endpoints) {
            List<T> arranged = new ArrayList<>(endpoints);
            Collections.shuffle(arranged);
            return arranged;
        }
    },

    /** As the endpoints were given. */
    AS_GIVEN {
        @Override
        <T> List<T> arrange(List<T> endpoints) {
            return endpoints;
        }
    };

    abstract <T> List<T> arrange(List<T> endpoints);
}

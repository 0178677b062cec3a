// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

/** Numbers in the JSON of requests, found without reading all of it. */
final class Numbers {

    private Numbers() {}

    /** The request's id, which stands in front of the data or behind it. */
    static long requestId(String head, String tail) {
        return head.contains("\"req_id\"") ? of(head, "req_id") : of(tail, "req_id");
    }

    /** The unsigned number of this name, which is in the text once. */
    static long of(String json, String name) {
        int at = json.indexOf('"' + name + '"');
        if (at < 0) {
            throw new IllegalArgumentException("a request has no " + name);
        }
        int begin = at + name.length() + 2;
        while (!Character.isDigit(json.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return Long.parseUnsignedLong(json, begin, end, 10);
    }
}
